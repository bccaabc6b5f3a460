/**
 * Tokens handed on: a block's language is read before what the block says, of the same words.
 * What is not fetched goes as more comes in; it is read anew then.
 */
import { type Token, tokenize } from './tokens';

/** As many UTF-16 units of text as tokens are kept of. */
const mostAhead = 100_000;

/** From the oldest on. */
const ahead = new Map<string, readonly Token[]>();
let unitsAhead = 0;

/** The tokens of a prose, kept for `tokensOf`. */
export function readAhead(prose: string): readonly Token[] {
	const known = ahead.get(prose);
	if (known !== undefined) return known;
	const tokens = tokenize(prose);
	ahead.set(prose, tokens);
	unitsAhead += prose.length;
	for (const oldest of ahead.keys()) {
		if (unitsAhead <= mostAhead) break;
		forget(oldest);
	}
	return tokens;
}

/** The tokens of a prose, which are not kept any longer. */
export function tokensOf(prose: string): readonly Token[] {
	const known = ahead.get(prose);
	if (known === undefined) return tokenize(prose);
	forget(prose);
	return known;
}

function forget(prose: string): void {
	ahead.delete(prose);
	unitsAhead -= prose.length;
}
