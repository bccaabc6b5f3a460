/** Verbs that attribute: "X said", "said X", "told Y that", "viewed by X as". */
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { clauseVerbs, determiners, isAdverb, isBreak, isCapitalized, isComma, prepositions, wordSet } from '../grammar';
import type { CueContent } from '../lexicons';
import { isPossessive, phraseAfter } from '../mentions';
import type { BlockAttribution, Cue, Mention } from '../model';
import { relayOf } from '../relays';
import type { CueWord } from '../vocabulary';
import { type Clause, coreSpeech, firstOfCue, quotationAt } from './clause';
import { addresseeOf, rightContent } from './contents';
import { leftContent, quotationFrom, quotationUpTo, restrictedClause } from './extents';
import { invertedSource, isLikelySpeaker, relaysIn, subjectBefore, subjectOf } from './speakers';

/** The attribution of a verb of the lexicon, if it attributes here. */
export function verbAt(clause: Clause, index: number): BlockAttribution | null {
	const { tokens, sentence, vocabulary } = clause;
	const token = tokens[index] as Token;
	const word = vocabulary.verbs.get(token.lower);
	if (!word || token.kind !== 'word' || (isCapitalized(token) && index > sentence.firstToken && !clause.titleCase))
		return null;
	const { entry } = word;
	const before = tokens[index - 1];
	const quoted = quotationAt(clause, token.start);
	const inQuote = quoted !== null;
	const participleOnly =
		entry.participle !== undefined && token.lower === entry.participle && token.lower !== entry.past;

	// "viewed by many in the West as …", "described by police as …", "said by officials to be …"
	if (tokens[index + 1]?.lower === 'by' && (word.forms.includes('participle') || word.forms.includes('past'))) {
		return passive(clause, index, word.entry);
	}
	if (participleOnly && !hasAuxiliaryBefore(clause, index, formsOfHave)) return null;

	const first = firstOfCue(clause, index);
	// "to say", "by saying" after another cue is that cue's own business.
	if (before && governing.has(tokens[first - 1]?.lower ?? '') && first > sentence.firstToken) {
		if (tokens[first - 1]?.lower !== 'not') return null;
	}
	const aux = tokens.slice(first, index).map(t => t.lower);
	// "is said", "was told": passive without a "by"; the subject does not speak.
	if (
		aux.some(a => formsOfBe.has(a)) &&
		word.forms.some(form => form === 'past' || form === 'participle') &&
		!word.forms.includes('ing')
	) {
		return null;
	}
	const ing = isParticiple(word.forms);
	const cueOf = (end: number): Cue => ({
		start: (tokens[first] as Token).start,
		end,
		stance: entry.stance,
		lemma: entry.lemma,
		head: index,
	});

	// Inversion: “…,” said X, who …
	const inverted = invertedSource(clause, index, first, entry.lemma);
	if (inverted) {
		const content = leftContent(clause, first) ?? [];
		const right = isComma(tokens[inverted.endToken]) ? quotationFrom(clause, inverted.endToken + 1) : null;
		if (content.length > 0) {
			return made(clause, inverted, cueOf(token.end), [...content, ...(right ? [right] : [])], 0.95, null);
		}
	}

	const speaker = speakerOf(clause, first, word, aux);
	if (!speaker || isNounAfter(clause, index, word, speaker.source, aux)) return null;
	const { source, confidence } = speaker;

	const spoken = ing ? null : quotationUpTo(clause, source.firstToken);
	const said = spoken && /[,!?…—–-][’'”"]*.$/.test(clause.text.slice(spoken.start, spoken.end)) ? spoken : null;
	const right = rightContent(clause, index, entry.takes, entry.addressee, entry.lemma, inQuote);
	// “…,” she said months after …: the words are what stands left, unless the quotation goes on.
	const goesOn = right?.content.at(-1);
	const quoteFollows = goesOn !== undefined && clause.quotations.some(q => q.start === goesOn.start);
	if (right && !(said && !quoteFollows && entry.takes.includes('quote')))
		return made(clause, source, cueOf(right.cueEnd), right.content, confidence * right.confidence, right.addressee);
	// "Harlow continued:" at the end of a block: the next block is what was said.
	if (tokens[index + 1]?.text === ':' && index + 2 >= sentence.endToken && entry.takes.includes('quote')) {
		return {
			source,
			cue: cueOf(token.end),
			content: [],
			basis: 'colon',
			confidence: 0.9,
			parent: null,
			via: [],
			addressee: null,
		};
	}
	const relative = source.form === 'pronoun' && tokens[source.firstToken]?.lower === 'who';
	const left = relative ? null : leftContent(clause, source.firstToken);
	if (left && (entry.takes.includes('clause') || entry.takes.includes('quote')) && !ing) {
		const addressee = addresseeOf(clause, index, entry.addressee);
		// "Closures “a false economy”, councillors told": who is told says nothing.
		if (entry.lemma === 'tell' && !addressee) return null;
		const isSure = coreSpeech.has(entry.lemma);
		// "…, researchers have found.": nothing else could close the sentence so.
		const closes =
			index + 1 >= sentence.endToken || (isBreak(tokens[index + 1] as Token) && index + 2 >= sentence.endToken);
		const confidence = isSure
			? 0.95
			: closes && entry.takes.includes('clause') && isLikelySpeaker(clause, source)
				? 0.86
				: 0.8;
		return made(clause, source, cueOf(token.end), left, confidence, addressee);
	}
	return null;
}

const formsOfBe = wordSet('is are was were be been being');

const formsOfHave = wordSet("has have had 've 's 'd having");

const governing = wordSet('to of for by in from without not');

/** Who the verb is said of, and how sure that is. */
function speakerOf(
	clause: Clause,
	first: number,
	{ forms }: CueWord,
	aux: readonly string[],
): { readonly source: Mention; readonly confidence: number } | null {
	const { tokens, sentence } = clause;
	const before = tokens[first - 1];
	const sure = (source: Mention | null, confidence: number) => source && { source, confidence };
	if (isParticiple(forms)) {
		// ", saying …": whoever the clause is about.
		if (isComma(before) || before?.lower === 'and' || before?.kind === 'quote')
			return sure(subjectOf(clause, first), 0.8);
		if (!aux.some(a => progressive.has(a))) return null;
		return sure(subjectBefore(clause, first), 0.9);
	}
	const isJoined = joining.has(before?.lower ?? '') && first - 1 > sentence.firstToken;
	if (isJoined && forms.some(form => form !== 'base')) return sure(subjectOf(clause, first - 1), 0.75);
	return sure(subjectBefore(clause, first), 0.9);
}

const joining = wordSet('and but then or');

const progressive = wordSet("is are was were been 's 're");

function isParticiple(forms: CueWord['forms']): boolean {
	return forms.includes('ing') && !forms.includes('base');
}

/** Whether what looks like a verb is a noun behind who would speak: "the report", "voiced doubts", "he claim". */
function isNounAfter(
	{ tokens, text, vocabulary }: Clause,
	index: number,
	{ forms }: CueWord,
	source: Mention,
	aux: readonly string[],
): boolean {
	const token = tokens[index] as Token;
	const before = tokens[index - 1];
	const isBare = forms.length === 1 && forms[0] === 'base';
	if (source.form === 'pronoun') {
		const isSingular = /^(?:he|she|it|who)$/i.test(text.slice(source.start, source.end));
		if (isBare && isSingular && !aux.some(a => clauseVerbs.has(a) || a === "n't")) return true;
	} else if (isBare && !source.plural && aux.length === 0) {
		// A bare form after a singular subject is a noun: "the report", "a claim".
		return true;
	}
	// "voiced doubts", "who made claims": an -s form right after a verb is its object.
	const verbBefore = before && vocabulary.verbs.get(before.lower);
	const follows = verbBefore && before.end <= token.start && verbBefore.forms.some(f => f === 'past' || f === 'ing');
	if (follows && (forms.includes('s') || forms.includes('base'))) return true;
	// A noun and an -s form: "the leader claims" may be "claims" the noun; a determiner right before tells.
	return Boolean(before && (determiners.has(before.lower) || isPossessive(before) || prepositions.has(before.lower)));
}

function made(
	clause: Clause,
	source: Mention,
	cue: Cue,
	content: readonly Span[],
	confidence: number,
	addressee: Mention | null,
): BlockAttribution {
	const outlets = addressee ? relayOf(clause, addressee) : [];
	return {
		source,
		cue,
		content: joined(content),
		basis: 'cue',
		confidence,
		parent: null,
		via: [...outlets, ...relaysIn(clause, source)],
		addressee: addressee ? { start: addressee.start, end: addressee.end } : null,
	};
}

function passive(
	clause: Clause,
	index: number,
	entry: { readonly lemma: string; readonly stance: Cue['stance']; readonly takes: readonly CueContent[] },
): BlockAttribution | null {
	const { tokens, sentence } = clause;
	const source = phraseAfter(clause, index + 2, sentence.endToken);
	if (!source) return null;
	const after = tokens[source.endToken];
	const from = after && afterAgent.has(after.lower) ? source.endToken + 1 : null;
	if (from === null) return null;
	const content = restrictedClause(clause, from);
	if (!content) return null;
	const token = tokens[index] as Token;
	const cue: Cue = {
		start: token.start,
		end: (tokens[index + 1] as Token).end,
		stance: entry.stance,
		lemma: entry.lemma,
		head: index,
	};
	return { source, cue, content: [content], basis: 'cue', confidence: 0.85, parent: null, via: [], addressee: null };
}

const afterAgent = wordSet('as to that');

function joined(spans: readonly Span[]): readonly Span[] {
	const sorted = [...spans].sort((a, b) => a.start - b.start);
	const result: Span[] = [];
	for (const span of sorted) {
		const last = result.at(-1);
		if (last && span.start < last.end)
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
		else result.push(span);
	}
	return result;
}

function hasAuxiliaryBefore({ tokens, sentence }: Clause, index: number, which: ReadonlySet<string>): boolean {
	for (let i = index - 1; i >= sentence.firstToken && i > index - 4; i--) {
		const token = tokens[i] as Token;
		if (which.has(token.lower)) return true;
		if (!isAdverb(token)) return false;
	}
	return false;
}
