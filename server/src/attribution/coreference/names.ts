/** Names: who "Harlow", "Mayor Ann Harlow" and "the NHB" are. */
import type { Token } from '../../text/tokens';
import { isCapitalized, isComma, isWordLike, prepositions } from '../grammar';
import type { BlockAnalysis, Mention } from '../model';
import { type Classification, classify, isFirmName, tellsBody } from '../sources';
import type { Vocabulary } from '../vocabulary';
import { genderOf, knownGender } from './gender';
import { create, describe, type Gender, type Identity, presence, type State, seen, shortCall } from './identities';
import type { Reference } from './references';

/** What a name in its place tells whatever the draft says elsewhere: worked out once, and asked for on each reading. */
export interface NameFacts {
	readonly classification: Classification;
	/** The name as it stands, as names are compared. */
	readonly bare: string;
	/** Without the place a person is from; an outlet's by its full name. */
	readonly name: string;
	/** The name as it is compared, and its last word. */
	readonly key: string;
	readonly last: string;
	/** By its title; and, as `told`, by its title or else by what is told of it behind a comma. */
	readonly gender: Gender | null;
	readonly told: Gender | null;
	readonly descriptors: readonly string[];
	readonly tellsPerson: boolean;
	/** What stands beside the name tells of a firm or body. */
	readonly tellsBody: boolean;
	/** A title or role beside the name itself says what it is. */
	readonly hasRole: boolean;
	/** How the draft calls it here. */
	readonly call: string;
	/** "NHB" of "Norland Harbour Board (NHB)". */
	readonly initials: string | null;
}

/** The identity of a name: one known before, by the whole name, its last word, its initials; else a new one. */
export function byName(state: State, reference: Reference, block: number): Identity {
	const told = reference.name as NameFacts;
	const { name, key, last } = told;
	const entry = state.house?.byName.get(told.bare) ?? state.house?.byName.get(key) ?? null;
	const classification = told.hasRole ? told.classification : asHouseHas(state, entry, told.classification);
	const theirs = entry === null ? undefined : state.byEntry.get(entry);
	// A surname alone is whoever the draft has spoken of; a whole name, whoever the house knows by it.
	const known = key.includes(' ')
		? (theirs ?? knownAs(state, key, last, name, told.gender))
		: (knownAs(state, key, last, name, told.gender) ?? theirs);
	const identity = known ?? create(state, name, classification, last);
	if (entry !== null) takeFor(state, identity, entry, classification);
	if (!identity.aliases.has(key)) learnName(state, identity, classification, name, key, last);
	else if (name.startsWith('The ') && name === `The ${identity.name}`) identity.name = name;
	if (told.initials) state.byInitials.set(told.initials, identity);
	seen(identity, block, reference, told.call);
	describe(identity, told.descriptors);
	if (told.tellsPerson && identity.kind === 'person') identity.isProven = true;
	if (told.tellsBody && identity.kind === 'person' && !identity.isProven) identity.kind = 'organization';
	if (told.told) identity.gender = told.told;
	return identity;
}

/** What a name tells where it stands. */
export function nameFacts(mention: Mention, analysis: BlockAnalysis, vocabulary: Vocabulary): NameFacts {
	const { tokens, block } = analysis;
	const classification = classify(mention, tokens, block.text, vocabulary);
	const bare = bareName(mention.name);
	const canonical = vocabulary.outlets.get(bare);
	const name = canonical ?? withoutPlace(mention.name.replace(/^the /i, 'The '), classification);
	const key = bareName(name);
	const gender = genderOf(mention, analysis);
	const role = appositiveBefore(analysis, mention, vocabulary);
	const appositive = appositiveAfter(analysis, mention) ?? role;
	const title = titleBefore(analysis, mention);
	const told = [...mention.descriptors, appositive ?? '', roleBefore(analysis, mention)];
	return {
		classification,
		bare,
		name,
		key,
		last: key.split(' ').at(-1) ?? key,
		gender,
		told: gender ?? (appositive === null ? null : genderOf({ ...mention, descriptors: [appositive] }, analysis)),
		descriptors: [title, ...mention.descriptors, appositive].filter(words => words !== null),
		hasRole: title !== null || tellsPerson(mention.descriptors, vocabulary),
		tellsPerson: title !== null || (role !== null && !tellsBody(role, vocabulary)) || tellsPerson(told, vocabulary),
		tellsBody: title === null && [...mention.descriptors, appositive ?? ''].some(words => tellsBody(words, vocabulary)),
		call: shortCall(mention, analysis),
		initials: initialsAfter(analysis, mention),
	};
}

/** What kind of source it is: the house's word counts before what the form of a name suggests. */
export function asHouseHas({ house }: State, entry: number | null, told: Classification): Classification {
	const kind = entry === null ? undefined : house?.sources[entry]?.kind;
	return kind === undefined ? told : { ...told, kind };
}

/** Takes an identity for one of the house's sources, unless the draft has told of another by that entry, or of this by another. */
export function takeFor(state: State, identity: Identity, entry: number, { kind }: Classification): void {
	if (identity.entry !== null || state.byEntry.has(entry)) return;
	identity.entry = entry;
	state.byEntry.set(entry, identity);
	const theirs = state.house?.sources[entry]?.kind;
	if (theirs !== undefined && !identity.isProven) identity.kind = kind;
	if (theirs === 'person') identity.isProven = true;
}

/** "Mike Orne of Norland" is Mike Orne; the Bank of Norland is no person. */
function withoutPlace(name: string, { kind }: Classification): string {
	if (kind !== 'person') return name;
	const [before = name, place] = name.split(' of ');
	return place !== undefined && before.includes(' ') ? before : name;
}

function knownAs(state: State, key: string, last: string, name: string, gender: Gender | null): Identity | undefined {
	const known = state.byLastWord.get(last) ?? [];
	const fitting =
		mostPresent(state, known, gender, other => other.aliases.has(key)) ??
		mostPresent(state, known, gender, other => isCalled(other, key));
	if (fitting) return fitting;
	if (/^[A-Z]{2,}s?$/.test(name)) return state.byInitials.get(name);
	if (/\s/.test(key)) return undefined;
	const byFirst = state.byFirstWord.get(key);
	if (byFirst?.isProven) return byFirst;
	return gender === null && known.length === 0 ? state.bodyByFirstWord.get(key) : undefined;
}

/** Of those who fit, by number and title too: "Mr. Quist" is not the Mrs. Quist of before. */
function mostPresent(
	state: State,
	known: readonly Identity[],
	gender: Gender | null,
	isOne: (other: Identity) => boolean,
): Identity | undefined {
	let best: Identity | undefined;
	for (const other of known) {
		const theirs = gender ? knownGender(other) : null;
		if ((theirs !== null && theirs !== gender) || !isOne(other)) continue;
		if (!best || presence(state, other) > presence(state, best)) best = other;
	}
	return best;
}

/** Whom the house knows by two names is called by the last word of either. */
function isCalled({ name, aliases, entry }: Identity, key: string): boolean {
	return compatible(bareName(name), key) || (entry !== null && [...aliases].some(alias => compatible(alias, key)));
}

/** "Quist" and "Ida Quist" are one; "Jane Doe" and "John Doe" are two; a middle name changes nothing. */
function compatible(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (long.endsWith(` ${short}`)) return true;
	const words = short.split(' ');
	const longer = long.split(' ');
	return words.length === 2 && longer.length === 3 && words[0] === longer[0] && words[1] === longer[2];
}

/** A name as it is compared: lower case, without the article. */
export function bareName(name: string): string {
	return name.toLowerCase().replace(/^the /, '').replace(/’/g, "'");
}

/** A way of calling an identity that is new: by it, the identity is found again. */
function learnName(
	state: State,
	identity: Identity,
	{ kind }: Classification,
	name: string,
	key: string,
	last: string,
): void {
	identity.aliases.add(key);
	const shared = state.byLastWord.get(last) ?? [];
	if (!shared.includes(identity)) state.byLastWord.set(last, [...shared, identity]);
	if (name.split(' ').length > identity.name.split(' ').length) {
		identity.name = name;
		if (identity.kind === 'person' && kind !== 'person') identity.kind = kind;
	}
	const words = identity.name.split(/\s+/);
	const initials = words.filter(word => /^[A-Z]/.test(word) && word !== 'The').map(word => word.charAt(0));
	if (initials.length > 1) state.byInitials.set(initials.join(''), identity);
	const [first = ''] = bareName(identity.name).split(' ');
	if (identity.kind === 'organization' && isFirmName(identity.name)) state.bodyByFirstWord.set(first, identity);
	if (identity.kind === 'person' && words.length > 1 && !state.byFirstWord.has(first))
		state.byFirstWord.set(first, identity);
}

function initialsAfter({ tokens }: BlockAnalysis, { endToken }: Mention): string | null {
	if (tokens[endToken]?.text !== '(' || tokens[endToken + 2]?.text !== ')') return null;
	const short = tokens[endToken + 1]?.text ?? '';
	return /^[A-Z][A-Za-z&]*[A-Z]$/.test(short) ? short : null;
}

const personTitles =
	/^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|sen|rep|gov|gen|col|capt|lt|sgt|maj|rev|prof|senator|representative|congressman|congresswoman|governor|mayor|president|premier|chancellor|minister|secretary|ambassador|general|colonel|captain|sergeant|judge|justice|professor|doctor|bishop|pastor|king|queen|prince|princess|pope|chief|commissioner|director|chairman|chairwoman|chair|councillor|councilman|councilwoman|spokesman|spokeswoman|sheriff|coach|actor|actress|leader|candidate|manager|ceo|nominee|founder|author|editor|lawyer|attorney|aide|adviser|strategist)\.?$/;

/** "Governor Ida Quist" at the beginning of a sentence, where the mention is the name alone. */
export function titleBefore({ tokens }: BlockAnalysis, { firstToken, name }: Mention): string | null {
	const before = tokens[firstToken - 1];
	return before && name !== '' && isCapitalized(before) && personTitles.test(before.lower) ? before.text : null;
}

/** "campaign manager Ida Quist": the word before the name. */
function roleBefore({ tokens }: BlockAnalysis, { firstToken }: Mention): string {
	return tokens[firstToken - 1]?.lower ?? '';
}

function tellsPerson(descriptors: readonly string[], vocabulary: Vocabulary): boolean {
	return descriptors.some(descriptor =>
		descriptor
			.toLowerCase()
			// "which the mayor owns", "whose chief resigned": others than whom it tells of.
			.replace(/\b(?:which|whose)\b.*$/s, '')
			.split(/[\s,]+/)
			.some(
				word =>
					personTitles.test(word) ||
					vocabulary.roles.has(word) ||
					vocabulary.publicFigures.has(word) ||
					vocabulary.spokespeople.has(word),
			),
	);
}

/** Whether "Harlow" in "Harlow campaign manager Ida Quist" only says whose. */
export function isModifier(tokens: readonly Token[], { endToken }: Mention, vocabulary: Vocabulary): boolean {
	let hasRole = false;
	for (let i = endToken; i < tokens.length && i < endToken + 5; i++) {
		const token = tokens[i] as Token;
		if (token.kind !== 'word') return false;
		if (isCapitalized(token)) return hasRole;
		const { lower } = token;
		if (personTitles.test(lower) || vocabulary.roles.has(lower) || vocabulary.publicFigures.has(lower)) hasRole = true;
		else if (vocabulary.spokespeople.has(lower)) hasRole = true;
	}
	return false;
}

/** "the council’s finance officer, Ruth Okafor": the name beside a noun, told of by that noun; null where none or several are. */
export function nameBeside(analysis: BlockAnalysis, mention: Mention): Mention | null {
	const {
		block: { text },
		mentions,
		tokens,
	} = analysis;
	const isTitle = personTitles.test((tokens[mention.head] as Token).lower);
	if (mention.plural || (mention.form === 'name' && !isTitle)) return null;
	const { start, end } = mention;
	const inside = mentions.filter(name => start <= name.start && name.end <= end && name.firstToken > mention.head + 1);
	// "a spokeswoman for Calder Ferries, Delia Marsh", "his union, the Harbour Workers": the one behind the comma.
	const name = inside.find(({ firstToken }) => {
		const before = tokens[firstToken - 1];
		return isComma(before) || (before?.lower === 'the' && isComma(tokens[firstToken - 2]));
	});
	const comma = name
		? text
				.slice(start, name.start)
				.trimEnd()
				.replace(/\bthe$/, '')
				.trimEnd()
		: '';
	if (!name || comma.slice(0, -1).includes(',')) return null;
	return { ...name, start, end, descriptors: [comma.slice(0, -1), ...name.descriptors] };
}

const opensAppositive =
	/^(?:the|a|an|head|chief|director|president|minister|leader|founder|co-founder|chairman|chairwoman|chair|professor|spokesman|spokeswoman|spokesperson|secretary|mayor|governor|former|executive|managing|deputy|vice|senior|owner|author|editor|mother|father|brother|sister|son|daughter|wife|husband)$/;

/** "Ida Quist, head of the harbour board": what stands between the commas after a name. */
function appositiveAfter({ tokens, block: { text } }: BlockAnalysis, mention: Mention): string | null {
	const comma = tokens[mention.endToken];
	const first = tokens[mention.endToken + 1];
	if (!isComma(comma) || !first || !opensAppositive.test(first.lower)) return null;
	let end = mention.endToken + 1;
	while (end < tokens.length && end - mention.endToken < 14 && !/^[,.;:!?“”"]$/.test((tokens[end] as Token).text))
		end++;
	return end - mention.endToken > 2 ? text.slice(first.start, (tokens[end - 1] as Token).end) : null;
}

/** "The head of the harbour board, Ida Quist,": what stands before the comma, when it opens with "the" and has a role. */
function appositiveBefore(
	{ tokens, block: { text } }: BlockAnalysis,
	mention: Mention,
	vocabulary: Vocabulary,
): string | null {
	if (mention.firstToken < 2 || !isComma(tokens[mention.firstToken - 1])) return null;
	let first = mention.firstToken - 2;
	let role = false;
	let body = false;
	for (let steps = 0; first >= 0 && steps < 12; first--, steps++) {
		const token = tokens[first] as Token;
		if (!isWordLike(token) && !/^['’-]/.test(token.text)) return null;
		if (personTitles.test(token.lower) || vocabulary.roles.has(token.lower) || token.lower === 'head') role = true;
		// "The manufacturer, Calder Glass,": what it is, not who.
		if (steps === 0 && vocabulary.institutions.has(token.lower)) body = true;
		if (!/^(?:the|its|their|his|her|a|an)$/.test(token.lower)) continue;
		if (body && prepositions.has(tokens[first - 1]?.lower ?? '')) body = false;
		if (role || body) return text.slice(token.start, (tokens[mention.firstToken - 2] as Token).end);
	}
	return null;
}
