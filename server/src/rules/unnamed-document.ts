import { t } from '@vscode/l10n';
import type { DocumentView } from '../attribution/context';
import type { BlockAnalysis, Mention } from '../attribution/model';
import { inDocument } from '../attribution/offsets';
import { once } from '../attribution/once';
import { perBlock } from '../attribution/perBlock';
import { contains, overlaps } from '../text/span';
import type { Sentence, Token } from '../text/tokens';
import { inTurns } from './inTurns';
import { nameOf, wordsOf } from './phrases';
import type { DocumentRule, RuleFinding } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks which study, poll or file is meant, where nothing leads to it. */
export const unnamedDocument: DocumentRule = {
	id: 'unnamed-document',
	summary: 'Asks which study, poll, data or file is meant, where it has no author, date or link.',
	why: `“A study found” and “data show” lend a sentence the weight of paper that no reader can look up. A poll without its
pollster, a file without its author or keeper cannot be weighed.`,
	answer: 'Say who wrote, published or holds it and when, or link to it. For a poll: who asked, whom, how many, when.',
	authorities: [
		{
			title: 'NPR Ethics Handbook: accuracy',
			url: 'http://ethics.npr.org/category/a1-accuracy/',
		},
		{
			title: 'Wikipedia: Unsupported attributions',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Unsupported_attributions',
		},
	],
	measured: 'Of 8 findings in 284 articles of US political news, 7 were fair questions to one editor.',
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'essay', 'not-news'],
	example: `A new study found that salt weakens the old piers.
^^^^^^^^^^^ unnamed-document
Leaked files show that the board knew of it.
^^^^^^^^^^^^ unnamed-document`,
	nonExample: `A study by the University of Norland found that salt weakens the piers. Police records show two fires.
A poll by Quist Research found that few would pay. The report said the rest was safe.
A survey showed little change. The survey, published on Monday by the harbour board, asked 900 people.`,
	*checkDocument(document: DocumentView): Iterable<RuleFinding | null> {
		const firstNamed = once(() => pollNamedIn(document));
		yield* inTurns(document.analyses, function* (analysis, b) {
			if (analysis.attributions.length === 0) return;
			const context = document.contexts[b];
			const told = new Set<number>();
			for (const a of papersIn(analysis)) {
				const source = analysis.attributions[a]?.source as Mention;
				if (context?.attributions[a]?.source?.kind !== 'document' || told.has(source.start)) continue;
				told.add(source.start);
				const noun = analysis.tokens[source.head];
				if (!noun || !papers.has(noun.lower) || isPointedAt(analysis, source) || isIntroduced(document, b, source))
					continue;
				// A poll is named once, where a story about it begins.
				if (polls.has(noun.lower) && firstNamed() <= b) continue;
				const span = nameOf(analysis, source);
				if (voiceAt(context, span) === 'quoted') continue;
				const words = wordsOf(analysis, span);
				yield {
					span: inDocument(analysis, span),
					message: messageFor(noun.lower, forMessage(words)),
					sameAs: words.toLowerCase(),
				};
			}
		});
	},
};

/** The attributions of a block whose source may be a paper: nouns with a cue, outside its headlines. */
const papersIn = perBlock((analysis): readonly number[] => {
	if (isHead(analysis)) return [];
	return analysis.attributions.flatMap(({ source, cue }, a) => (source?.form === 'noun' && cue ? [a] : []));
});

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** What could be looked up if it were told where: not a letter, a statement or a video that someone is known to have made. */
const papers = set(
	'study studies survey surveys poll polls research paper papers data figures statistics files documents dossier findings ' +
		'report reports analysis analyses memo memos estimate estimates projections emails records',
);
const polls = set('poll polls survey surveys');

function messageFor(noun: string, words: string): string {
	if (polls.has(noun)) return t('Which {0}? No pollster, date or link for “{1}”.', noun, words);
	return t('Which {0}? No author, date or link for “{1}”.', noun, words);
}

function isHead({ block: { kind } }: BlockAnalysis): boolean {
	return kind === 'headline' || kind === 'heading' || kind === 'standfirst' || kind === 'caption';
}

/** "the report", "this study", "his figures", "the bank’s data": told of elsewhere, or somebody’s. */
function isPointedAt({ tokens }: BlockAnalysis, { firstToken, head, definite }: Mention): boolean {
	if (definite) return true;
	for (let i = firstToken; i < head; i++) if (owners.has((tokens[i] as Token).lower)) return true;
	return false;
}

const owners = set("the his her its their our my your 's ' both such another other each every no any these those that");
/** Before the noun they tell whose paper it is: "police records". */
const keepers = set(
	'police court government city county state federal company campaign bank census tax school hospital military army ' +
		'intelligence cabinet council ministry union party church medical official internal election exit tracking voter ' +
		'congressional parliamentary financial corporate flight phone bankruptcy property pool fundraising disclosure finance public',
);
const datesOf = set(
	'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
		'october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. today yesterday',
);
const leads = set('by from of in at for published released conducted commissioned obtained reviewed seen');
/** How far behind the noun its author stands: "a study of 900 people by researchers at the University of Norland". */
const authorReach = 24;

/** Whether author, keeper, date or link stands with it, or with what takes it up in the sentences around. */
function isIntroduced(document: DocumentView, b: number, source: Mention): boolean {
	const analysis = document.analyses[b] as BlockAnalysis;
	const { tokens, sentences, block } = analysis;
	const at = sentences.findIndex(sentence => contains(sentence, source));
	const sentence = sentences[at];
	if (!sentence) return true;
	for (let i = source.firstToken; i < source.head; i++) {
		if (i > sentence.firstToken && isNamed(tokens[i] as Token)) return true;
		if (i === sentence.firstToken && isNamed(tokens[i] as Token) && !isPlain(tokens[i] as Token)) return true;
		if (keepers.has((tokens[i] as Token).lower) || isWhen(tokens, i)) return true;
	}
	if (block.exhibits.some(({ span }) => overlaps(sentence, span) || span.start === sentence.end)) return true;
	if (isLed(tokens, source.head + 1, source.endToken, Math.min(sentence.endToken, source.head + authorReach)))
		return true;
	const noun = stem((tokens[source.head] as Token).lower);
	const around = [sentences[at - 2], sentences[at - 1], sentences[at + 1], sentences[at + 2], sentences[at + 3]];
	if (around.some(other => other && takesUp(analysis, other, noun))) return true;
	return [b - 1, b + 1, b + 2].some(near => {
		const other = document.analyses[near];
		return other?.sentences.slice(0, 4).some(each => takesUp(other, each, noun)) ?? false;
	});
}

/** Index of the first block that names a pollster beside the word for a poll: "a Quist Research poll"; Infinity where none does. */
function pollNamedIn({ analyses }: DocumentView): number {
	const first = analyses.findIndex(analysis => namesPoll(analysis));
	return first < 0 ? Number.POSITIVE_INFINITY : first;
}

const namesPoll = perBlock(({ tokens }) =>
	tokens.some(
		({ lower }, i) =>
			(lower === 'poll' || lower === 'survey') &&
			tokens
				.slice(Math.max(1, i - 2), i)
				.some((token, k) => isNamed(token) && !/^[.!?:]$/.test(tokens[Math.max(1, i - 2) + k - 1]?.text ?? '')),
	),
);

/** "by the University of Norland", "published on Monday", "of 2019". */
function isLed(tokens: readonly Token[], first: number, phraseEnd: number, end: number): boolean {
	let led = false;
	for (let i = first; i < end; i++) {
		const token = tokens[i] as Token;
		if (leads.has(token.lower)) led = true;
		if (isWhen(tokens, i) || token.kind === 'link') return true;
		if (led && isNamed(token)) return true;
		// The statement begins, and with it other names.
		if ((i >= phraseEnd && token.lower === 'that') || /^[:;]/.test(token.text)) return false;
	}
	return false;
}

/** "Thursday", "Jan. 31", "2019", "this week". */
function isWhen(tokens: readonly Token[], index: number): boolean {
	const { lower, text } = tokens[index] as Token;
	if (datesOf.has(lower) || /^(?:19|20)\d\d$/.test(text)) return true;
	return /^(?:week|month|year)$/.test(lower) && /^(?:this|last|next)$/.test(tokens[index - 1]?.lower ?? '');
}

/** Whether a sentence speaks of the paper again and names someone or a day: "The study, by Quist Research, …". */
function takesUp({ tokens }: BlockAnalysis, { firstToken, endToken }: Sentence, noun: string): boolean {
	let speaks = false;
	let named = false;
	for (let i = firstToken; i < endToken; i++) {
		const token = tokens[i] as Token;
		if (stem(token.lower) === noun || authors.has(token.lower)) speaks = true;
		if ((i > firstToken && isNamed(token)) || isWhen(tokens, i)) named = true;
	}
	return speaks && named;
}

const authors = set(
	'researchers authors author pollsters pollster respondents researcher scientists study survey report',
);

function isNamed(token: Token): boolean {
	return token.kind === 'word' && /^\p{Lu}/u.test(token.text) && token.text !== 'I';
}

/** A word with a capital only because its sentence begins: "New data". */
function isPlain({ text }: Token): boolean {
	return /^(?:A|An|One|Two|Three|Some|Several|Many|Most|New|Recent|Leaked|Early|Earlier|Other|Private|Public|Internal|Secret|Past|Fresh|Latest|Medical|Scientific|Academic|Independent|Preliminary|Previous|Various|Numerous|Multiple|Official|National|Local|Further|Additional|Available|Existing|Historical|Economic|According)$/.test(
		text,
	);
}

function stem(word: string): string {
	return word.replace(/ies$/, 'y').replace(/s$/, '');
}
