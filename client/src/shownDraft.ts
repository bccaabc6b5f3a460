import { type TextDocument, window } from 'vscode';
import { isDraft } from './documents';

/** The draft in the active editor; else the one that was shown, while it can still be seen. */
export function draftToShow(shown: TextDocument | undefined): TextDocument | undefined {
	const active = window.activeTextEditor?.document;
	if (active && isDraft(active)) return active;
	const isVisible = window.visibleTextEditors.some(({ document }) => document === shown);
	return shown && isVisible && isDraft(shown) ? shown : undefined;
}
