/** Who a source is, told from its words alone: for whoever has found the source by other means. */
import type { Resources } from './analysis';
import { anonymityOf } from './attribution/anonymity';
import { mention } from './attribution/mentions';
import type { Anonymity, Identification, SourceKind } from './attribution/model';
import { classify } from './attribution/sources';
import { vocabularyOf } from './attribution/vocabulary';
import { splitSentences } from './text/sentences';
import { overlaps, type Span } from './text/span';
import { tokenize } from './text/tokens';

/** What the words of a source tell of it. */
export interface Identified {
	readonly kind: SourceKind;
	readonly identification: Identification;
	/** Null where the source is not anonymous. */
	readonly anonymity: Anonymity | null;
}

/**
 * Identifies the source whose words are `span` (UTF-16 offsets) of `text`, a passage of prose; null where no word is
 * there. Pronouns point elsewhere and tell nothing: they come back as `unknown`.
 */
export function identifySource({ lexicons }: Pick<Resources, 'lexicons'>, text: string, span: Span): Identified | null {
	const tokens = tokenize(text);
	const firstToken = tokens.findIndex(token => overlaps(token, span));
	const endToken = tokens.findLastIndex(token => overlaps(token, span)) + 1;
	if (firstToken < 0) return null;
	const vocabulary = vocabularyOf(lexicons);
	const found = mention({ text, tokens, vocabulary, titleCase: false }, firstToken, endToken);
	if (!found) return null;
	const { kind, identification } = classify(found, tokens, text, vocabulary);
	if (identification !== 'anonymous') return { kind, identification, anonymity: null };
	const around = splitSentences(text, tokens).find(s => overlaps(s, span));
	return {
		kind,
		identification,
		anonymity: anonymityOf(
			found,
			tokens,
			text.slice(found.start, found.end),
			text.slice(around?.start ?? 0, around?.end),
			vocabulary,
		),
	};
}
