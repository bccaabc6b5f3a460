/** Tells the finite verb of a clause where the word itself shows it; where it does not, there is none. */
import { verbForms } from '../../text/inflection';
import type { Token } from '../../text/tokens';

const auxiliaries: ReadonlySet<string> = new Set(
	"is are was were am has have had do does did will would can could may might must shall should ca wo 're 've 'll 'd".split(
		' ',
	),
);
/** Verbs of the news whose past or third person is no noun in common use. */
const lemmas =
	'accept accuse add admit agree allow announce appear argue arrive ask attack avoid ban beat become begin believe block break ' +
	'bring build buy bypass call carry cause choose claim close come confirm continue control cost create criticize cut decide ' +
	'declare decline defend delay deliver demand deny describe destroy die drop earn employ end enjoy enter expand expect explain face ' +
	'fail fall fear fight find fire flee follow force gain get give go grow happen help hide hit hold hope hurt improve ' +
	'include increase insist invade join keep kill know launch lead learn leave lie lose make mean meet miss move need ' +
	'oppose order owe pay plan prevent produce promise protect prove provide publish push quit raise reach receive ' +
	'refuse reject release remain remove replace reply report resign return reveal rise rule run say see seek seem sell send ' +
	'show sign spend spread stall stand start stay steal stop strike suffer suggest support take tell think threaten travel try ' +
	'turn undergo use violate voice vote want warn win withdraw work write';
const ambiguousThirdPerson: ReadonlySet<string> = new Set(
	(
		'attacks bans beats blocks breaks calls causes claims closes controls costs cuts declines delays demands drops ends faces falls ' +
		'fears fights fires forces gains helps hits holds hopes increases joins leads leaves lies means moves needs orders plans promises ' +
		'releases remains replies reports returns rises rules runs shows signs spreads stands starts stays stops strikes supports ' +
		' travels turns uses voices votes wins works  turns deals '
	).split(' '),
);
const ambiguousPast: ReadonlySet<string> = new Set('cost cut hit hurt spread beat'.split(' '));
const past = new Set<string>();
const thirdPerson = new Set<string>();
for (const lemma of lemmas.split(' ')) {
	const forms = verbForms(lemma);
	if (!ambiguousPast.has(forms.past)) past.add(forms.past);
	if (!ambiguousThirdPerson.has(forms.s)) thirdPerson.add(forms.s);
}
/** After these a word in -ed is no finite verb: "the proposed agreement". */
const beforeNouns: ReadonlySet<string> = new Set(
	(
		"the a an this that these those its his her their our my your 's ' of in on at by for from with to and or as no some any many more most " +
		'newly recently so-called two three four'
	).split(' '),
);
const adverbs: ReadonlySet<string> = new Set(
	'also again now then still never always already even just soon once twice often not'.split(' '),
);

/** Whether the word is one that stands before a verb and belongs to it: "also", "reportedly". */
export function isAdverb(token: Token | undefined): boolean {
	if (token === undefined || token.kind !== 'word') return false;
	return (
		adverbs.has(token.lower) || (token.lower.length > 4 && token.lower.endsWith('ly') && !notAdverbs.has(token.lower))
	);
}

const notAdverbs: ReadonlySet<string> = new Set(
	'family supply assembly italy reply ally bully anomaly monopoly'.split(' '),
);

/** Whether the token is plainly the finite verb of its clause, if the words before it can be its subject. */
export function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
	const token = tokens[i];
	if (token === undefined || token.kind !== 'word') return false;
	const before = tokens[i - 1]?.lower ?? '';
	if (auxiliaries.has(token.lower)) return before !== 'to' && !(token.text.startsWith('M') && token.lower === 'may');
	if (/^\p{Lu}/u.test(token.text)) return false;
	if (beforeNouns.has(before)) return false;
	if (past.has(token.lower) || thirdPerson.has(token.lower)) return true;
	return (
		token.lower.length > 4 && token.lower.endsWith('ed') && !token.lower.endsWith('eed') && !token.lower.includes('-')
	);
}

/** How far ahead the plain verb is looked for that shows another word to be a participle, in tokens. */
const participleReach = 40;

/** "The deal viewed by many … was crafted": a participle, since its agent follows or a plain verb comes after it. */
export function isReducedParticiple(tokens: readonly Token[], inside: readonly boolean[], i: number): boolean {
	const token = tokens[i] as Token;
	if (auxiliaries.has(token.lower)) return false;
	for (let j = i + 1; j < tokens.length && j <= i + participleReach; j++) {
		const next = tokens[j] as Token;
		if (inside[j] || next.text === ',' || subordinateMark.has(next.lower)) return tokens[i + 1]?.lower === 'by';
		if (auxiliaries.has(next.lower) && tokens[j - 1]?.lower !== 'to') return true;
	}
	return tokens[i + 1]?.lower === 'by';
}

const subordinateMark: ReadonlySet<string> = new Set(
	'that who which because although though while after before when if as and but or so than until unless since'.split(
		' ',
	),
);

/** Whether some word of a clause in a headline is likely its verb: there "runs" is one more often than a noun. */
export function hasHeadlineVerb(tokens: readonly Token[]): boolean {
	return hasVerb(tokens) || tokens.some(({ lower }, i) => i > 0 && ambiguousThirdPerson.has(lower));
}

/** Whether the clause has a verb that can be told. */
export function hasVerb(tokens: readonly Token[]): boolean {
	return tokens.some((_, i) => isFiniteVerb(tokens, i));
}
