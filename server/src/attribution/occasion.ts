/**
 * On what occasion a statement was made and to whom, in the draft's own words: "aboard the ferry on Tuesday", "told
 * reporters".
 */
import type { Span } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { isComma } from './grammar';
import type { BlockAnalysis, BlockAttribution } from './model';

const openers: ReadonlySet<string> = new Set(
	'aboard after ahead as at before by during following in inside on outside over speaking talking through via writing'.split(
		' ',
	),
);
/** What opens something else: a clause, or why a name is withheld. */
const closers: ReadonlySet<string> = new Set('that who whose which because but while and if whether where'.split(' '));
/** "At length", "in detail" tell how it was said. */
const manners: ReadonlySet<string> = new Set(
	'length least most once last first all detail part full fact short particular general turn return advance response reply other order addition average'.split(
		' ',
	),
);
const conditions: ReadonlySet<string> = new Set(['condition', 'background', 'behalf']);
/** A longer stretch tells more than the occasion. */
const longest = 14;

/** The words for the occasion (block-relative); null where the sentence has none. */
export function occasionOf(analysis: BlockAnalysis, attribution: BlockAttribution): Span | null {
	const { cue } = attribution;
	const sentence = cue && analysis.sentences.find(({ start, end }) => start <= cue.start && cue.start < end);
	if (!cue || !sentence) return null;
	for (const first of startsOf(analysis.tokens, attribution, cue.head, sentence)) {
		const end = phraseEnd(analysis.tokens, attribution, first, sentence);
		const last = analysis.tokens[end - 1];
		if (end - first >= 2 && last) return { start: (analysis.tokens[first] as Token).start, end: last.end };
	}
	return null;
}

/** The words for whom it was told to (block-relative); null where no one is named. */
export function listenerOf({ tokens }: BlockAnalysis, { addressee }: BlockAttribution): Span | null {
	const first = addressee && tokens.find(({ start }) => start >= addressee.start);
	// "asked not to be named" has no listener.
	return first && first.lower !== 'not' ? addressee : null;
}

/** Where such a phrase may begin: behind verb, speaker and listener; between commas after the speaker; in front. */
function startsOf(
	tokens: readonly Token[],
	{ source, addressee }: BlockAttribution,
	cueHead: number,
	{ firstToken, endToken }: Sentence,
): readonly number[] {
	let behind = cueHead + 1;
	if (source && source.firstToken >= behind) behind = source.endToken;
	while (addressee && behind < endToken && (tokens[behind] as Token).start < addressee.end) behind++;
	if (isComma(tokens[behind]) && /ing$/.test(tokens[behind + 1]?.lower ?? '')) behind++;
	const starts = [behind];
	if (source && source.endToken < cueHead && isComma(tokens[source.endToken])) starts.push(source.endToken + 1);
	if (source && source.firstToken > firstToken && isComma(tokens[source.firstToken - 1])) starts.push(firstToken);
	return starts;
}

/** Index after the last token of the phrase that begins at `first`; `first` where none begins there. */
function phraseEnd(
	tokens: readonly Token[],
	{ content, source, cue }: BlockAttribution,
	first: number,
	{ endToken }: Sentence,
): number {
	const opener = tokens[first]?.lower ?? '';
	const second = tokens[first + 1]?.lower ?? '';
	// "In pushing the plan" tells what was done, not where it was said.
	if (!openers.has(opener) || manners.has(second) || (/^(?:in|by|as)$/.test(opener) && /ing$/.test(second)))
		return first;
	const isTaken = ({ start }: Token) =>
		content.some(span => span.start <= start && start < span.end) ||
		(source !== null && source.start <= start && start < source.end);
	let end = first;
	for (; end < endToken; end++) {
		const token = tokens[end] as Token;
		const opensCondition = token.lower === 'on' && conditions.has(tokens[end + 1]?.lower ?? '');
		if (isTaken(token) || token.kind === 'quote' || closers.has(token.lower) || opensCondition) break;
		if (token.kind === 'punctuation' && !/^[-–/&]$/.test(token.text)) break;
		if (cue !== null && first < cue.head && end >= cue.head) return first;
		if (conditions.has(token.lower) || end - first >= longest) return first;
	}
	return end;
}
