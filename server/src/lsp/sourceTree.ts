/** The sources of a draft as a view lists them: by how far a reader could look them up, each with what it says. */
import type { Analysis } from '../analysis';
import type { Identification, Source, SourceKind } from '../attribution/model';
import { speaks } from '../attribution/speakers';
import type { ListedStatement } from '../protocol';
import { type ReadDraft, readDraft } from '../report/draft';
import type { Chain, Statement } from '../report/model';
import { chainsOf, statementsIn, wordsElsewhere } from '../report/statements';
import { placeName, printable } from '../report/words';
import { inSlices } from '../text/slices';
import type { Span } from '../text/span';
import { introductionOf } from './sourceFacts';

/** In document offsets; otherwise as the protocol has it. */
export interface SourceTree {
	readonly groups: readonly { readonly identification: Identification; readonly sources: readonly TreeSource[] }[];
	readonly noOne: readonly TreeStatement[];
}

export interface TreeSource {
	readonly source: Source;
	/** The same as long as the draft calls the source the same, whoever comes before. */
	readonly id: string;
	readonly name: string;
	readonly role: string | null;
	readonly via: readonly string[];
	readonly relays: number;
	readonly speaks: boolean;
	readonly introduction: Span | null;
	readonly statements: readonly TreeStatement[];
}

export interface TreeStatement extends Omit<ListedStatement, 'range'> {
	readonly span: Span;
}

const identifications: readonly Identification[] = ['named', 'described', 'anonymous', 'vague'];
const kinds: readonly SourceKind[] = ['person', 'people', 'organization', 'outlet', 'document', 'unknown'];

/**
 * Pauses now and then. Work and size are linear in the draft. Whoever neither speaks nor passes on words is left out;
 * what is told within another's words stands with whoever says it, and by way of the other.
 */
export function* sourceTreeOf(analysis: Analysis): Generator<undefined, SourceTree, void> {
	const draft = readDraft(analysis);
	yield;
	const { bySource, noOne } = yield* gathered(draft);
	const relays = relayedBy(chainsOf(draft));
	yield;
	const idOf = uniqueNames();
	const listed: TreeSource[] = [];
	yield* inSlices(analysis.sources, source => {
		const statements = bySource.get(source.id) ?? [];
		const relayed = relays.get(source.id) ?? 0;
		const name = printable(source.name);
		if (name === '' || !(speaks(source) || relayed > 0)) return 0;
		listed.push({
			source,
			id: idOf(name.toLowerCase()),
			name,
			role: roleOf(source),
			via: [...new Set(statements.flatMap(({ via }) => via.map(printable)))],
			relays: relayed,
			speaks: speaks(source),
			introduction: introductionOf(analysis, source),
			statements: toTreeStatements(statements),
		});
		return unitsOfStatement * statements.length;
	});
	return {
		groups: identifications.flatMap(identification => {
			const own = listed.filter(({ source }) => source.identification === identification);
			const sources = kinds.flatMap(kind => own.filter(({ source }) => source.kind === kind));
			return sources.length > 0 ? [{ identification, sources }] : [];
		}),
		noOne: toTreeStatements(noOne),
	};
}

/** What a statement costs, in units of text that is read. */
const unitsOfStatement = 20;

/** A function that tells same names apart: by a number, from the second on. */
export function uniqueNames(): (name: string) => string {
	const counts = new Map<string, number>();
	return name => {
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		return count === 1 ? name : `${name}#${count}`;
	};
}

function* gathered(draft: ReadDraft) {
	const bySource = new Map<string, Statement[]>();
	const noOne: Statement[] = [];
	const carried = wordsElsewhere(draft);
	yield;
	yield* inSlices(draft.analysis.analyses, ({ block }, b) => {
		for (const statement of statementsIn(draft, b, carried)) {
			const { source, via, unsure } = statement;
			const known = source === null ? undefined : bySource.get(source);
			if (known) known.push(statement);
			else if (source !== null) bySource.set(source, [statement]);
			// "An official said they are expected to leave": the official said it. And a doubt about no one is of no use.
			else if (via.length === 0 && !unsure) noOne.push(statement);
		}
		return block.text.length;
	});
	return { bySource, noOne };
}

/** How many statements of others came by way of each source. */
function relayedBy(chains: readonly Chain[]): ReadonlyMap<string, number> {
	const relays = new Map<string, number>();
	for (const { steps, statements } of chains) {
		for (const { id } of steps.slice(1)) relays.set(id, (relays.get(id) ?? 0) + statements);
	}
	return relays;
}

/** What stands beside the name, and is no part of it: "a source close to the talks" says so itself. */
function roleOf({ name, descriptors }: Source): string | null {
	const own = name.toLowerCase();
	return descriptors.map(printable).find(words => words !== '' && !own.includes(words.toLowerCase())) ?? null;
}

const longestId = 40;

function toTreeStatements(statements: readonly Statement[]): readonly TreeStatement[] {
	const idOf = uniqueNames();
	return statements.map(({ verb, words, wording, orElse, via, unsure, place }) => ({
		id: idOf(words.slice(0, longestId)),
		cue: verb,
		words,
		wording,
		orElse: orElse.map(printable),
		via: via.map(printable),
		unsure,
		place: placeName(place),
		span: place.span,
	}));
}
