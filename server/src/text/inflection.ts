/** Forms of English verbs, and the article a word takes: what a fix needs to write a verb as the draft wrote another. */

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbForms {
	readonly base: string;
	readonly s: string;
	readonly past: string;
	readonly participle: string;
	readonly ing: string;
}

/** Irregular forms; a missing participle is the past. */
export interface IrregularForms {
	readonly past?: string | undefined;
	readonly participle?: string | undefined;
}

/**
 * All forms of a verb given by its dictionary form, in lower case. Of several words the first is inflected: "point out"
 * gives "pointed out". Common irregular verbs are known; `irregular` wins over what is known.
 */
export function verbForms(lemma: string, irregular: IrregularForms = {}): VerbForms {
	const space = lemma.indexOf(' ');
	if (space > 0) return withTail(lemma.slice(0, space), lemma.slice(space), irregular);
	if (lemma === 'be') return { base: 'be', s: 'is', past: 'was', participle: 'been', ing: 'being' };
	const known = irregularVerbs.get(lemma);
	const past = irregular.past ?? known?.[0] ?? regularPast(lemma);
	const participle = irregular.participle ?? (irregular.past === undefined ? known?.[1] : undefined) ?? past;
	return {
		base: lemma,
		s: lemma === 'have' ? 'has' : thirdPerson(lemma),
		past,
		participle,
		ing: presentParticiple(lemma),
	};
}

/** Every spelling of a verb with the form it is; a spelling that is two forms ("pushed") comes twice, the past first. */
export function lemmaForms(lemma: string, irregular: IrregularForms = {}): readonly (readonly [string, VerbForm])[] {
	const forms = verbForms(lemma, irregular);
	const order: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];
	const found = order.map(form => [forms[form], form] as const);
	return lemma === 'be' ? [...found, ...formsOfBe] : found;
}

/** A verb in the given form: `inflectLike('promote', 'ing')` is "promoting". */
export function inflectLike(lemma: string, form: VerbForm, irregular: IrregularForms = {}): string {
	return verbForms(lemma, irregular)[form];
}

/** "crosses" → "cross", "carries" → "carry"; null where the word is not the third person of a regular verb. */
export function baseOfThirdPerson(word: string): string | null {
	if (word === 'has') return 'have';
	const base = /(?:ss|x|zz|ch|sh|[^aeiou]o)es$/.test(word)
		? word.slice(0, -2)
		: /[^aeiou]ies$/.test(word) && word.length > 4
			? `${word.slice(0, -3)}y`
			: word.slice(0, -1);
	return base.length > 1 && verbForms(base).s === word ? base : null;
}

/** "a" or "an", by how the word sounds at its start. */
export function indefiniteArticle(word: string): 'a' | 'an' {
	const lower = word.toLowerCase();
	if (silentH.some(start => lower.startsWith(start))) return 'an';
	if (soundsLikeYou.test(lower)) return 'a';
	if (isSpelledOut(word)) return lettersWithVowelSound.includes(lower.charAt(0)) ? 'an' : 'a';
	if (/^(?:8|11(?!\d)|18(?!\d))/.test(lower)) return 'an';
	return isVowel(lower.charAt(0)) ? 'an' : 'a';
}

function withTail(head: string, tail: string, irregular: IrregularForms): VerbForms {
	const { base, s, past, participle, ing } = verbForms(head, irregular);
	return { base: base + tail, s: s + tail, past: past + tail, participle: participle + tail, ing: ing + tail };
}

function thirdPerson(lemma: string): string {
	if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`;
	if (/(?:^|[^aeiou]|qu)[aeiou]z$/.test(lemma)) return `${lemma}zes`;
	return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function regularPast(lemma: string): string {
	if (lemma.endsWith('e')) return `${lemma}d`;
	if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`;
	return `${doubled(lemma)}ed`;
}

function presentParticiple(lemma: string): string {
	if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
	if (lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
	return `${doubled(lemma)}ing`;
}

/** "slam" is "slamm-" before a vowel: one stressed short vowel and one consonant. Longer verbs are doubled only if listed. */
function doubled(lemma: string): string {
	const last = lemma.charAt(lemma.length - 1);
	const shortVowel = /[^aeiou][aeiou][bdfgklmnprtvz]$/.test(lemma) || /^[aeiou][bdfgklmnprt]$/.test(lemma);
	if (lemma.endsWith('ic')) return `${lemma}k`;
	if (/qu[aeiou][bdgmnprtz]$/.test(lemma)) return lemma + last;
	if (!shortVowel) return lemma;
	return vowelGroups(lemma) === 1 || doublingVerbs.has(lemma) ? lemma + last : lemma;
}

function vowelGroups(word: string): number {
	let groups = 0;
	let inside = false;
	for (const letter of word) {
		const vowel = isVowel(letter) || letter === 'y';
		if (vowel && !inside) groups += 1;
		inside = vowel;
	}
	return groups;
}

function endsInConsonantY(lemma: string): boolean {
	return lemma.endsWith('y') && lemma.length > 1 && !isVowel(lemma.charAt(lemma.length - 2));
}

function isVowel(letter: string): boolean {
	return letter !== '' && 'aeiou'.includes(letter);
}

/** Read letter by letter: "FBI", "MP", "X-ray". */
function isSpelledOut(word: string): boolean {
	return /^(?:[A-Z](?:[-.]|$)|[A-Z]{2,3}(?:s?$|-))/.test(word) && !pronouncedAcronyms.has(word.slice(0, 3));
}

const formsOfBe: readonly (readonly [string, VerbForm])[] = [
	['am', 'base'],
	['are', 'base'],
	["'m", 'base'],
	["'re", 'base'],
	["'s", 's'],
	['were', 'past'],
];

const silentH = ['honest', 'honor', 'honour', 'hour', 'heir'];
// "uni" but not "unimportant", "one" but not "onerous".
const soundsLikeYou = /^(?:uni(?![dmn])|use|usu|uti|ura|uru|eur|ewe|eul|euph|ubiq|ukr|uk|one(?:$|[-s']|self)|once)/;
const lettersWithVowelSound = 'aefhilmnorsx';
const pronouncedAcronyms: ReadonlySet<string> = new Set(['NAT', 'NAS', 'SAT', 'RAM', 'MAC', 'SIM']);

const doublingVerbs: ReadonlySet<string> = new Set(
	(
		'abet acquit admit allot begin bedevil commit compel concur confer control defer deter dispel embed emit equip ' +
		'excel expel forbid forget handicap impel incur infer input kidnap occur omit outwit overrun patrol permit prefer ' +
		'propel rebel rebut recur refer regret remit repel submit transfer transmit unplug upset zigzag'
	).split(' '),
);

/** Past and, where it differs, participle. */
const irregularVerbs: ReadonlyMap<string, readonly [string, string]> = new Map(
	(
		'arise:arose:arisen awake:awoke:awoken bear:bore:borne beat:beat:beaten become:became:become begin:began:begun ' +
		'bend:bent bet:bet bid:bid bind:bound bite:bit:bitten bleed:bled blow:blew:blown break:broke:broken breed:bred ' +
		'bring:brought broadcast:broadcast build:built burst:burst buy:bought cast:cast catch:caught choose:chose:chosen ' +
		'cling:clung come:came:come cost:cost creep:crept cut:cut deal:dealt dig:dug do:did:done draw:drew:drawn ' +
		'drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed feel:felt fight:fought find:found ' +
		'flee:fled fling:flung fly:flew:flown forbid:forbade:forbidden foresee:foresaw:foreseen forecast:forecast ' +
		'forget:forgot:forgotten forgive:forgave:forgiven foretell:foretold freeze:froze:frozen get:got give:gave:given ' +
		'go:went:gone grind:ground grow:grew:grown hang:hung have:had hear:heard hide:hid:hidden hit:hit hold:held ' +
		'hurt:hurt keep:kept know:knew:known lay:laid lead:led leave:left lend:lent let:let lie:lied lose:lost make:made ' +
		'mean:meant meet:met mislead:misled overcome:overcame:overcome overthrow:overthrew:overthrown pay:paid put:put ' +
		'read:read repay:repaid retell:retold ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said ' +
		'see:saw:seen seek:sought sell:sold send:sent set:set shake:shook:shaken shed:shed shine:shone shoot:shot ' +
		'show:showed:shown shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat slay:slew:slain ' +
		'sleep:slept slide:slid sling:slung speak:spoke:spoken speed:sped spend:spent spin:spun spit:spat split:split ' +
		'spread:spread spring:sprang:sprung stand:stood steal:stole:stolen stick:stuck sting:stung stink:stank:stunk ' +
		'strike:struck strive:strove:striven swear:swore:sworn sweep:swept swing:swung take:took:taken teach:taught ' +
		'tear:tore:torn tell:told think:thought throw:threw:thrown understand:understood undertake:undertook:undertaken ' +
		'upset:upset uphold:upheld wage:waged wear:wore:worn weep:wept win:won wind:wound withdraw:withdrew:withdrawn ' +
		'withhold:withheld withstand:withstood wreak:wreaked write:wrote:written'
	)
		.split(' ')
		.map(entry => {
			const [lemma = '', past = '', participle = past] = entry.split(':');
			return [lemma, [past, participle]] as const;
		}),
);
