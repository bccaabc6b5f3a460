import { type Disposable, window, workspace } from 'vscode';
import { configurationNames } from './documents';

/**
 * Saves the configuration file or the list of ignores when a fix has changed it behind the scenes: the command line and colleagues read what is
 * on disk. One that stands open in an editor is left to its writer.
 */
export function saveConfiguration(): Disposable {
	return workspace.onDidChangeTextDocument(({ document }) => {
		if (!document.isDirty || !configurationNames.some(name => document.uri.path.endsWith(`/${name}`))) return;
		const seen = window.visibleTextEditors.some(editor => editor.document === document);
		if (!seen) void document.save();
	});
}
