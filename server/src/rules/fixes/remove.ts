/** Takes words out of a sentence, with the commas, the capital and the article they leave behind. */
import { t } from '@vscode/l10n';
import type { BlockAnalysis } from '../../attribution/model';
import { universalTag } from '../../attribution/partsOfSpeech';
import type { Token } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { correctedArticle, forMessage, matchCapital } from '../wording';
import { edit, gap } from './query';

/** Tokens of a block, the last not included. */
interface Words {
	readonly firstToken: number;
	readonly endToken: number;
}

type Prose = Pick<BlockAnalysis, 'block' | 'tokens' | 'sentences' | 'partsOfSpeech'>;

/** "Clearly, it failed." → "It failed.", "was, of course, doomed" → "was doomed"; nothing where the rest would not stand. */
export function removal(analysis: Prose, words: Words): readonly Fix[] {
	const change = removed(analysis, words);
	const { tokens, block } = analysis;
	const [first, last] = [tokens[words.firstToken], tokens[words.endToken - 1]];
	if (!change || !first || !last) return [];
	const title = t('Remove “{0}”', forMessage(block.text.slice(first.start, last.end)));
	return [{ title, kind: 'reword', edits: [change] }];
}

/** The same for an adjective that stands before its noun; nothing where another word leans on it: "so massive a rise", "massive and costly". */
export function adjectiveRemoval(analysis: Prose, words: Words): readonly Fix[] {
	return isAttributive(analysis, words) ? removal(analysis, words) : [];
}

/** "an unprecedented rise" → "a [how large?] rise", to be filled in. */
export function adjectiveQuery(analysis: Prose, words: Words, query: string, title: string): readonly Fix[] {
	if (!isAttributive(analysis, words)) return [];
	const { tokens, block } = analysis;
	const first = tokens[words.firstToken] as Token;
	const last = tokens[words.endToken - 1] as Token;
	const article = tokens[words.firstToken - 1];
	const wanted = article && correctedArticle(article, query.slice(1));
	const change = wanted
		? edit({ start: article.start, end: last.end }, wanted, block.text.slice(article.end, first.start), gap(query))
		: edit({ start: first.start, end: last.end }, gap(query));
	return [{ title, kind: 'attribute', edits: [change] }];
}

/**
 * The same for a comment: an adverb that nothing leans on, words between commas, or "It is clear that" before a
 * statement that stands by itself.
 */
export function commentRemoval(analysis: Prose, words: Words): readonly Fix[] {
	const { tokens, sentences, partsOfSpeech } = analysis;
	const { firstToken, endToken } = words;
	const before = tokens[firstToken - 1];
	const opens = sentences.some(sentence => sentence.firstToken === firstToken);
	const isAdverb =
		(endToken - firstToken === 1 && universalTag(partsOfSpeech, firstToken) === 'ADV') ||
		tokens[firstToken]?.lower === 'of';
	const stands =
		(isAdverb && !leaning.has(before?.lower ?? '')) ||
		((opens || before?.text === ',') && tokens[endToken]?.text === ',') ||
		(opens && tokens[endToken - 1]?.lower === 'that');
	return stands ? removal(analysis, words) : [];
}

function isAttributive({ tokens, partsOfSpeech }: Prose, { firstToken, endToken }: Words): boolean {
	// "a flurry of", "marred by": without them the rest hangs in the air.
	if (endToken - firstToken !== 1) return false;
	const next = tokens[endToken];
	if (next?.kind === 'number') return true;
	if (next?.kind !== 'word' || !/^(?:NOUN|PROPN|ADJ)$/.test(universalTag(partsOfSpeech, endToken))) return false;
	const previous = tokens[firstToken - 1];
	if (!previous) return true;
	return (
		previous.kind === 'word' && !leaning.has(previous.lower) && universalTag(partsOfSpeech, firstToken - 1) !== 'ADV'
	);
}

/** Words that need the adjective behind them. */
const leaning: ReadonlySet<string> = new Set('so as too how very more most less least such and or but of'.split(' '));

function removed({ block, tokens, sentences, partsOfSpeech }: Prose, { firstToken, endToken }: Words): Edit | null {
	const first = tokens[firstToken];
	const last = tokens[endToken - 1];
	const sentence = sentences.find(({ firstToken: from, endToken: to }) => from <= firstToken && firstToken < to);
	if (!first || !last || !sentence) return null;
	const next = endToken < sentence.endToken ? tokens[endToken] : undefined;
	if (!next) return null;
	const before = firstToken > sentence.firstToken ? tokens[firstToken - 1] : undefined;
	if (!before || before.kind === 'quote') {
		const opening = next.text === ',' ? tokens[endToken + 1] : next;
		if (!opening || opening.kind === 'punctuation') return null;
		return { span: { start: first.start, end: opening.end }, text: matchCapital(first.text, opening.text) };
	}
	if (before.text === ',') {
		const earlier = tokens[firstToken - 2];
		if (!earlier) return null;
		if (next.text === ',') {
			const keep = opensClause(partsOfSpeech, endToken + 1) && !leadsOn(partsOfSpeech, firstToken - 2);
			return { span: { start: earlier.end, end: next.end }, text: keep ? ',' : '' };
		}
		if (next.kind === 'punctuation') return { span: { start: earlier.end, end: last.end }, text: '' };
		return { span: { start: first.start, end: next.start }, text: '' };
	}
	if (next.kind === 'punctuation') return { span: { start: before.end, end: last.end }, text: '' };
	const wanted = correctedArticle(before, next.text);
	return wanted
		? { span: { start: before.start, end: next.start }, text: wanted + block.text.slice(before.end, first.start) }
		: { span: { start: first.start, end: next.start }, text: '' };
}

/** Whether a clause may begin at a token: the comma before it is its own. */
function opensClause(partsOfSpeech: Prose['partsOfSpeech'], index: number): boolean {
	return /^(?:PRON|DET|PROPN|NOUN)$/.test(universalTag(partsOfSpeech, index));
}

function leadsOn(partsOfSpeech: Prose['partsOfSpeech'], index: number): boolean {
	return /^(?:AUX|VERB|CCONJ|SCONJ|ADP)$/.test(universalTag(partsOfSpeech, index));
}
