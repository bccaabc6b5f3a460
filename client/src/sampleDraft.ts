import { commands, type Disposable, type TextDocument, Uri, window, workspace } from 'vscode';

/** A story of our own, with something for most rules. */
const sample = 'seeds/drafts/river-treaty.md';

/** Opens the sample draft as a new, unsaved text, so that everything can be tried in it; the one that is open already comes first. */
export function registerSampleDraft(extension: Uri): Disposable {
	let open: TextDocument | undefined;
	return commands.registerCommand('sourceCritic.openSampleDraft', async () => {
		if (!open || open.isClosed) {
			const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, sample)));
			open = await workspace.openTextDocument({ language: 'markdown', content });
		}
		await window.showTextDocument(open, { preview: false });
	});
}
