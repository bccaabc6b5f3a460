/** Those whom a house knows by name: its source book, as far as it bears on who is who in a draft. */
import type { SourceKind } from '../model';
import type { Classification } from '../sources';
import { create, type Identity, type State, seen } from './identities';
import { asHouseHas, bareName, takeFor } from './names';
import type { NounFacts } from './nouns';
import type { Reference } from './references';

/** One of them. What else a book holds of a source is no concern of the resolver's. */
export interface HouseSource {
	readonly name: string;
	/** Other names of the same one: a former name, initials, a pen name. */
	readonly aliases: readonly string[];
	readonly kind?: SourceKind;
}

/** The same list for every draft it counts for: what is made ready of it is kept with it. */
export type HouseSources = readonly HouseSource[];

/** The sources by each of their names. */
export interface House {
	readonly sources: HouseSources;
	/** Index of the source by its names, as they are compared; a name that two share leads to neither. */
	readonly byName: ReadonlyMap<string, number>;
}

const ready = new WeakMap<HouseSources, House>();

/** The look-up table of a house's sources; made once for each list. */
export function houseOf(sources: HouseSources): House {
	const known = ready.get(sources);
	if (known) return known;
	const byName = new Map<string, number>();
	const shared = new Set<string>();
	for (const [index, { name, aliases }] of sources.entries()) {
		for (const each of [name, ...aliases]) {
			const key = houseKey(each);
			if (byName.has(key) && byName.get(key) !== index) shared.add(key);
			byName.set(key, index);
		}
	}
	for (const key of shared) byName.delete(key);
	const house: House = { sources, byName };
	ready.set(sources, house);
	return house;
}

/**
 * "bell hooks", "the board": words that have not the form of a name, and are one. Whatever else the house calls so is
 * led back to a source the draft has named; null where it has named none.
 */
export function byHouse(state: State, reference: Reference, block: number): Identity | null {
	if (!state.house) return null;
	const { phrase, classification: told } = reference.noun as NounFacts;
	const key = houseKey(phrase);
	const entry = state.house.byName.get(key);
	const source = entry === undefined ? undefined : state.house.sources[entry];
	if (entry === undefined || !source) return null;
	const known = state.byEntry.get(entry);
	if (!known && houseKey(source.name) !== key) return null;
	const classification = asHouseHas(state, entry, told);
	const identity = known ?? nameless(state, phrase, key, classification);
	takeFor(state, identity, entry, classification);
	seen(identity, block, reference, phrase);
	return identity;
}

function nameless(state: State, name: string, key: string, told: Classification): Identity {
	const last = key.split(' ').at(-1) ?? key;
	const identity = create(state, name, { ...told, identification: 'named' }, last);
	identity.aliases.add(key);
	state.byLastWord.set(last, [...(state.byLastWord.get(last) ?? []), identity]);
	return identity;
}

/** A name as the house's are compared: like those of a draft, and on one line. */
export function houseKey(name: string): string {
	return bareName(name.trim().replace(/\s+/g, ' '));
}
