import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isDraft } from './documents';
import { exportReport } from './exportReport';
import { showReport, titleOf } from './reportPanel';

/** Also how the manifest calls the panel. */
const viewType = 'sourceCritic.report';

interface OpenReport {
	readonly panel: WebviewPanel;
	readonly draft: Uri;
}

/** "Open Report" and "Export Report…": one panel a draft, there again when the window reloads. */
export function registerSourceReport(client: BaseLanguageClient, extension: Uri): Disposable {
	const reports = new Map<string, OpenReport>();

	const adopt = (panel: WebviewPanel, draft: Uri) => {
		const key = draft.toString();
		const shown = showReport(panel, draft, client, extension);
		reports.set(key, { panel, draft });
		panel.onDidDispose(() => {
			shown.dispose();
			if (reports.get(key)?.panel === panel) reports.delete(key);
		});
	};
	const open = (draft: Uri) => {
		const there = reports.get(draft.toString());
		if (there) return there.panel.reveal(undefined, true);
		const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
		adopt(window.createWebviewPanel(viewType, titleOf(draft), place), draft);
	};
	/** What a menu hands over, the draft in front, or the one whose report is in front. */
	const wanted = (given: unknown): Uri | undefined => {
		const inFront = [...reports.values()].find(({ panel }) => panel.active)?.draft;
		if (inFront) return inFront;
		const document = window.activeTextEditor?.document;
		if (given instanceof Uri && given.scheme !== 'webview-panel') return given;
		return document && isDraft(document) ? document.uri : undefined;
	};

	return Disposable.from(
		new Disposable(() => {
			for (const { panel } of reports.values()) panel.dispose();
		}),
		commands.registerCommand('sourceCritic.openReport', (given?: unknown) => {
			const draft = wanted(given);
			if (draft) open(draft);
		}),
		commands.registerCommand('sourceCritic.exportReport', async (given?: unknown, target?: Uri) => {
			const draft = wanted(given);
			if (draft) await exportReport(client, draft, target);
		}),
		window.registerWebviewPanelSerializer(viewType, {
			async deserializeWebviewPanel(panel, state: unknown) {
				const draft = (state as { readonly draft?: unknown } | undefined)?.draft;
				if (typeof draft === 'string' && draft !== '') adopt(panel, Uri.parse(draft));
				else panel.dispose();
			},
		}),
	);
}
