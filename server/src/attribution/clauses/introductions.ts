/** Speakers before a quotation: “Said Quist: ‘…’”, “as Quist put it, ‘…’”, “footage of Quist saying, ‘…’”. */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { clauseVerbs, isBreak, isComma, isWordLike, months, prepositions } from '../grammar';
import { isPossessive, mention } from '../mentions';
import type { BlockAttribution, Cue, Mention } from '../model';
import { type Clause, coreSpeech } from './clause';
import { quotationFrom } from './extents';
import { attributedTo, isLikelySpeaker, sourceAfter, subjectBefore } from './speakers';

/** The attribution whose verb stands here, where it introduces the quotation that follows. */
export function introductionAt(clause: Clause, index: number): BlockAttribution | null {
	return invertedAt(clause, index) ?? putAt(clause, index) ?? shownAt(clause, index);
}

/** "Said Quist: “…”": a past or present that opens the sentence, and behind it who speaks, up to the colon or comma. */
function invertedAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, vocabulary, titleCase } = clause;
	if (index !== sentence.firstToken || titleCase) return null;
	const token = tokens[index] as Token;
	const verb = vocabulary.verbs.get(token.lower);
	// "Read", "put": what looks like its own base form may be a request.
	if (!verb || verb.forms.includes('base') || !verb.forms.some(form => form === 'past' || form === 's')) return null;
	const next = tokens[index + 1];
	if (!next || months.has(next.lower) || prepositions.has(next.lower)) return null;
	const source = sourceAfter(clause, index + 1);
	if (!source || source.form === 'pronoun' || !isLikelySpeaker(clause, source)) return null;
	const end = asideEnd(clause, source.endToken);
	const whole = withAside(clause, source, end);
	const { entry } = verb;
	const cue = { start: token.start, end: token.end, stance: entry.stance, lemma: entry.lemma, head: index };
	// "Said Quist:" at the end of a block: the next block is what was said.
	if (tokens[end]?.text === ':' && end + 1 >= sentence.endToken)
		return { ...attributedTo(clause, whole, cue, []), basis: 'colon' };
	const content = introduced(clause, end);
	return content && attributedTo(clause, whole, cue, [content]);
}

/** Index after an aside on the speaker, from comma to comma: ", who grew up here". */
function asideEnd({ tokens, sentence }: Clause, at: number): number {
	if (!isComma(tokens[at]) || tokens[at + 1]?.kind === 'quote') return at;
	for (let i = at + 1; i < sentence.endToken && i < at + longestAside; i++) {
		const token = tokens[i] as Token;
		if (token.kind === 'quote') return at;
		if (token.text === ':' || (isComma(token) && tokens[i + 1]?.kind === 'quote')) return i;
		if (isBreak(token)) return at;
	}
	return at;
}

const longestAside = 24;

function withAside({ tokens, text }: Clause, source: Mention, end: number): Mention {
	if (end === source.endToken) return source;
	const last = tokens[end - 1] as Token;
	const told = text.slice((tokens[source.endToken + 1] as Token).start, last.end);
	return { ...source, end: last.end, endToken: end, descriptors: [...source.descriptors, told] };
}

/** "as Quist put it in a letter: “…”": how someone worded it. */
function putAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence } = clause;
	const verb = tokens[index] as Token;
	const it = tokens[index + 1];
	if (it?.lower !== 'it' || !/^puts?$/.test(verb.lower) || index + 1 >= sentence.endToken) return null;
	const source = subjectBefore(clause, index);
	if (!source || tokens[source.firstToken - 1]?.lower !== 'as') return null;
	const content = introduced(clause, occasionEnd(clause, index + 2));
	if (!content) return null;
	const cue: Cue = { start: verb.start, end: it.end, stance: 'neutral', lemma: 'put it', head: index };
	return attributedTo(clause, source, cue, [content]);
}

/** "footage of Quist saying at the lock, “…”", "with a narrator asking: “…”": who is shown or heard speaks, not what shows it. */
function shownAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, text, vocabulary } = clause;
	const token = tokens[index] as Token;
	const verb = vocabulary.verbs.get(token.lower);
	if (!verb?.forms.includes('ing') || !coreSpeech.has(verb.entry.lemma)) return null;
	let first = index;
	while (first > sentence.firstToken && index - first < longestSpeaker && !showsSpeaker(text, tokens[first] as Token)) {
		const before = tokens[first - 1] as Token;
		if (!isWordLike(before) && !isPossessive(before)) return null;
		first--;
	}
	if (first === index || !showsSpeaker(text, tokens[first] as Token)) return null;
	const source = mention(clause, first, index);
	const content = introduced(clause, occasionEnd(clause, index + 1)) ?? quotationFrom(clause, index + 1);
	if (!source || !content) return null;
	const { entry } = verb;
	const cue = { start: token.start, end: token.end, stance: entry.stance, lemma: entry.lemma, head: index };
	return attributedTo(clause, source, cue, [content]);
}

/** Whether the words before a speaker tell that he or she is shown or heard: "footage of", "with". */
export function showsSpeaker(text: string, { start }: Span): boolean {
	return showing.test(text.slice(Math.max(0, start - longestShowing), start));
}

const longestShowing = 16;
const showing = /(?:\bwith|\b(?:footage|videos?|audio|clips?|recordings?|tapes?|film|images?|photos?) of) $/i;
const longestSpeaker = 8;

/** Past "in a letter to the board", "on Monday": where and when, without a verb of its own. */
function occasionEnd({ tokens, sentence }: Clause, at: number): number {
	const first = tokens[at];
	if (!first || !(prepositions.has(first.lower) || months.has(first.lower))) return at;
	for (let i = at + 1; i < sentence.endToken && i < at + longestOccasion; i++) {
		const token = tokens[i] as Token;
		if (isComma(token) || token.text === ':') return i;
		if (token.kind === 'quote' || isBreak(token) || clauseVerbs.has(token.lower)) return at;
	}
	return at;
}

const longestOccasion = 14;

/** The quotation behind the colon or comma at a token. */
function introduced(clause: Clause, at: number): Span | null {
	const mark = clause.tokens[at];
	if (!mark || !(isComma(mark) || mark.text === ':')) return null;
	return quotationFrom(clause, at + 1);
}
