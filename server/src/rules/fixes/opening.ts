/** Puts "According to [who?]," in front of a sentence, and knows which first words keep their capital. */
import type { BlockAnalysis } from '../../attribution/model';
import type { Token } from '../../text/tokens';
import type { Edit } from '../rule';
import { edit, type Query } from './query';
import { coordinators, type Reading } from './reading';
import { isFiniteVerb } from './verbs';
import type { FixView } from './view';

/** Whether a first word would keep its capital within a sentence; `unknown` where it may be a name or a plain noun. */
export type Capital = 'keep' | 'lower' | 'unknown';

const functionWords: ReadonlySet<string> = new Set(
	(
		'the a an this that these those some many most all both no not one two three four five six seven eight nine ten dozens ' +
		'twenty thirty forty fifty sixty seventy eighty ninety eleven twelve fifteen hundreds thousands millions another other each every several few he she it they we you his her its their our my your there ' +
		'here in on at by for from with under over near about after before since because although though while whereas when if ' +
		'unless until as once during despite amid among between against without within following more less than fewer half ' +
		'nearly almost roughly around only even just at least what who how why where which whether last next earlier later today ' +
		'yesterday tomorrow and but yet so or nor to of such much any nobody everyone nothing people officials critics experts ' +
		'analysts police prosecutors voters residents workers women men children'
	).split(' '),
);
const plainNouns: ReadonlySet<string> = new Set(
	(
		'output inflation unemployment growth trade demand supply oil gas production productivity spending income revenue profit debt ' +
		'crime violence poverty corruption turnout attendance traffic pollution rain water power electricity energy food fuel ' +
		'housing rent tax money gold wheat grain steel coal business industry construction tourism research evidence data ' +
		'support opposition public prices wages sales profits losses exports imports shares stocks bonds costs taxes rents emissions ' +
		'talks tests studies figures doctors teachers students nurses farmers soldiers troops rebels ministers lawmakers'
	).split(' '),
);
const plainEndings = /(?:tion|tions|ment|ments|ness|ing|ings|ists|ers|ors|ship|ships|hood|ures|ages|ances|ences|ly)$/;
const openingAdverbs: ReadonlySet<string> = new Set(
	'however meanwhile moreover nevertheless still instead overall separately however, also'.split(' '),
);

/** How the first word of a sentence is written within one. */
export function capitalOf({ analysis, context }: FixView, token: Token, next: Token | undefined): Capital {
	const { text, lower } = token;
	const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
	if (token.kind !== 'word' || first === first.toLowerCase()) return 'keep';
	if (text === 'I' || lower.startsWith("i'")) return 'keep';
	if (functionWords.has(lower)) return 'lower';
	if (/^[^-]+-\p{Ll}/u.test(text) && functionWords.has(lower.slice(0, lower.indexOf('-')))) return 'lower';
	if (/\p{Lu}/u.test(text.slice(first.length)) || text.includes('.') || /\d/.test(text)) return capitalInCompound(text);
	if (next !== undefined && next.kind === 'word' && /^\p{Lu}/u.test(next.text) && next.text !== 'I') return 'keep';
	if (next?.lower === "'s" && !plainNouns.has(lower)) return 'keep';
	const words = wordsOf(analysis);
	if (words.names.has(token.start)) return 'keep';
	if (context.nearbySpeakers.some(name => name.split(' ').includes(text))) return 'keep';
	if (plainNouns.has(lower)) return 'lower';
	if (words.lower.has(lower)) return 'lower';
	if (plainEndings.test(lower) && lower.length > 5) return 'lower';
	return 'unknown';
}

interface BlockWords {
	/** Where names begin. */
	readonly names: ReadonlySet<number>;
	/** The words that stand somewhere without a capital. */
	readonly lower: ReadonlySet<string>;
}

const known = new WeakMap<BlockAnalysis, BlockWords>();

function wordsOf(analysis: BlockAnalysis): BlockWords {
	const found = known.get(analysis);
	if (found !== undefined) return found;
	const mentions = [...analysis.mentions, ...analysis.attributions.flatMap(({ source }) => source ?? [])];
	const words = {
		names: new Set(mentions.filter(({ form }) => form === 'name').map(({ start }) => start)),
		lower: new Set(analysis.tokens.filter(({ text, lower }) => text === lower).map(({ text }) => text)),
	};
	known.set(analysis, words);
	return words;
}

/** "Twenty-One" is no acronym, "U.S.-led" is one. */
function capitalInCompound(text: string): Capital {
	return /^\p{Lu}\p{Ll}+-\p{Ll}/u.test(text) ? 'lower' : 'keep';
}

/** Whether the front of the sentence can be read well enough to put words before it. */
export function canOpen(reading: Reading): boolean {
	const [first, next] = reading.tokens.slice(openingIndex(reading));
	if (first === undefined) return false;
	return !reading.opens || capitalOf(reading.view, first, next) !== 'unknown';
}

/** The edit that puts "According to [who?]," in front: after "But", "However," and the like. */
export function attributeInFront(reading: Reading, query: Query): Edit {
	const { tokens, text, opens, view } = reading;
	const index = openingIndex(reading);
	const first = tokens[index];
	if (first === undefined)
		return edit({ start: reading.span.start, end: reading.span.start }, 'According to ', query, ', ');
	const before = tokens[index - 1];
	if (before !== undefined) {
		return edit({ start: before.end, end: first.start }, ' according to ', query, ', ');
	}
	const letter = String.fromCodePoint(text.codePointAt(first.start) ?? 0);
	const lowered = opens && capitalOf(view, first, tokens[index + 1]) === 'lower' ? letter.toLowerCase() : letter;
	const phrase = opens ? 'According to ' : 'according to ';
	return edit({ start: first.start, end: first.start + letter.length }, phrase, query, `, ${lowered}`);
}

/** Index of the token before which "according to" goes. */
function openingIndex({ tokens }: Reading): number {
	const [first, second, third] = tokens;
	if (first === undefined) return 0;
	if (coordinators.has(first.lower) && second !== undefined && second.start > first.end && !isFiniteVerb(tokens, 1))
		return 1;
	if (openingAdverbs.has(first.lower) && second?.text === ',' && third !== undefined) return 2;
	return 0;
}
