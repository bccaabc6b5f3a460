import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { isDraft } from './documents';
import { exportReport } from './exportReport';
import { movedTo } from './moved';
import { type ReportContext, type ShownReport, showReport, titleOf } from './reportPanel';

/** Also how the manifest calls the panel. */
const viewType = 'sourceCritic.report';

interface OpenReport {
	readonly panel: WebviewPanel;
	readonly draft: Uri;
	readonly shown: ShownReport;
}

/** "Open Report" and "Export Report…": one panel a draft, there again when the window reloads. */
export function registerSourceReport(context: ReportContext): Disposable {
	const { client } = context;
	const reports = new Map<string, OpenReport>();

	const adopt = (panel: WebviewPanel, draft: Uri) => {
		const shown = showReport(panel, draft, context);
		reports.set(draft.toString(), { panel, draft, shown });
		panel.onDidDispose(() => {
			shown.dispose();
			for (const [key, report] of reports) if (report.panel === panel) reports.delete(key);
		});
	};
	const follow = (from: Uri, to: Uri) => {
		for (const [key, { panel, shown }] of [...reports]) {
			const moved = movedTo(key, from.toString(), to.toString());
			if (moved === null) continue;
			reports.delete(key);
			// What was there before has given way to the draft.
			reports.get(moved)?.panel.dispose();
			const draft = Uri.parse(moved);
			reports.set(moved, { panel, draft, shown });
			shown.follow(draft);
		}
	};
	const open = (draft: Uri) => {
		const there = reports.get(draft.toString());
		if (there) return there.panel.reveal(undefined, true);
		const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
		adopt(window.createWebviewPanel(viewType, titleOf(draft), place), draft);
	};
	/** What a menu hands over, the draft whose report is in front, or the one in front. */
	const wanted = (given: unknown): Uri | undefined => {
		if (given instanceof Uri && given.scheme !== 'webview-panel') return given;
		const inFront = [...reports.values()].find(({ panel }) => panel.active)?.draft;
		if (inFront) return inFront;
		const document = window.activeTextEditor?.document;
		return document && isDraft(document) ? document.uri : undefined;
	};

	return Disposable.from(
		new Disposable(() => {
			for (const { panel } of reports.values()) panel.dispose();
		}),
		workspace.onDidRenameFiles(({ files }) => {
			for (const { oldUri, newUri } of files) follow(oldUri, newUri);
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
