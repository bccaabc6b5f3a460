import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportReportParams, exportReportRequest, type ReportFormat } from '../../server/src/protocol';
import { askAgain } from './askAgain';
import { reportParams } from './reportPanel';

const shownForMilliseconds = 8000;

/** Asks where to and writes the report of a draft there: HTML or Markdown, by the name. A target given ahead is not asked for. */
export async function exportReport(client: BaseLanguageClient, draft: Uri, given?: Uri): Promise<void> {
	const target = given ?? (await chosen(draft));
	if (!target) return;
	const document = await workspace.openTextDocument(draft);
	await client.start();
	const params: ExportReportParams = {
		...reportParams(client, document, workspace.asRelativePath(draft, false)),
		format: formatOf(target),
	};
	const text = await askAgain<string | null>(client, exportReportRequest, params);
	if (text === null) {
		window.setStatusBarMessage(
			l10n.t('$(info) Source Critic does not read this draft, so there is no report of it.'),
			shownForMilliseconds,
		);
		return;
	}
	await workspace.fs.writeFile(target, new TextEncoder().encode(text));
	window.setStatusBarMessage(l10n.t('$(check) Report written.'), shownForMilliseconds);
}

function chosen(draft: Uri): Thenable<Uri | undefined> {
	return window.showSaveDialog({
		title: l10n.t('Export Report'),
		saveLabel: l10n.t('Export'),
		filters: { HTML: ['html'], Markdown: ['md'] },
		...(draft.scheme !== 'untitled' && { defaultUri: suggested(draft) }),
	});
}

/** "council.report.html" beside "council.md". */
function suggested(draft: Uri): Uri {
	const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	return Uri.joinPath(draft, '..', `${name}.report.html`);
}

function formatOf({ path }: Uri): ReportFormat {
	return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'html';
}
