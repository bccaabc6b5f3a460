import { type Disposable, window, workspace } from 'vscode';

const name = '/.source-critic.jsonc';

/**
 * Saves the configuration file when a fix has changed it behind the scenes: the command line and colleagues read what is
 * on disk. One that stands open in an editor is left to its writer.
 */
export function saveConfiguration(): Disposable {
	return workspace.onDidChangeTextDocument(({ document }) => {
		if (!document.uri.path.endsWith(name) || !document.isDirty) return;
		const seen = window.visibleTextEditors.some(editor => editor.document === document);
		if (!seen) void document.save();
	});
}
