/** How long a draft may be for rules that compare all of it with all of it. */
import type { DocumentView } from '../attribution/context';

/** In tokens. A longer text is a book or a collection: people are introduced chapters away, and names come back by chance. */
const longestArticle = 30_000;

/** Whether the draft is read as one piece. */
export function isOnePiece({ analyses }: DocumentView): boolean {
	let tokens = 0;
	for (const analysis of analyses) {
		tokens += analysis.tokens.length;
		if (tokens > longestArticle) return false;
	}
	return true;
}
