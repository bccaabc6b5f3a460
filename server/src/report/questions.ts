/**
 * The four questions of source criticism, as historians ask them of a source (authenticity, time, dependence, tendency:
 * Torsten Thurén, "Källkritik"), each answered with passages of the draft or not at all. Whether the answers are good
 * enough is for the reader.
 */

import { t } from '@vscode/l10n';
import type { BlockAnalysis, Identification, Source } from '../attribution/model';
import { speaks } from '../attribution/speakers';
import { isReportingVerb, type PhraseFamily } from '../attribution/wording';
import { sourcedSections } from '../rules/single-source';
import { hasDate, vagueTimesIn } from '../rules/vague-time';
import { phrasesToAsk } from '../rules/wording';
import type { Span } from '../text/span';
import { inSentence, type ReadDraft } from './draft';
import type { Answer, Chain, CriticalQuestion, Note, Passage, Place, Statement } from './model';
import { datesIn, weekdaysIn } from './times';
import { type Owner, ownerOf, ownersIn } from './voices';
import { counted, either, printable, shortened } from './words';

interface Told {
	readonly statements: readonly Statement[];
	readonly chains: readonly Chain[];
}

export function criticalQuestions(draft: ReadDraft, told: Told): readonly CriticalQuestion[] {
	return [
		{
			id: 'authenticity',
			title: t('Authenticity'),
			question: t('Who speaks, and could a reader find them?'),
			answers: authenticity(draft, told),
		},
		{
			id: 'time',
			title: t('Time'),
			question: t('When did it happen, and who tells of it from having been there?'),
			answers: time(draft),
		},
		{
			id: 'dependence',
			title: t('Dependence'),
			question: t('Who has it from whom?'),
			answers: dependence(draft, told),
		},
		{
			id: 'tendency',
			title: t('Tendency'),
			question: t('Who has a stake in it, and where do the words take a side?'),
			answers: tendency(draft),
		},
	];
}

// --- authenticity -----------------------------------------------------------------------------------------------------

function authenticity(draft: ReadDraft, { chains }: Told): readonly Answer[] {
	const { sources } = draft.analysis;
	const relayers = new Set(chains.flatMap(({ steps }) => steps.slice(1).map(({ id }) => id)));
	const statementsNote = (source: Source) => spokenNote(source, relayers.has(source.id));
	const people = (identification: Identification) =>
		sources.filter(source => source.identification === identification && source.kind !== 'document');
	const counts = (source: Source) => passageOf(draft, source, [statementsNote(source)]);
	return [
		{ question: t('Who is named?'), absence: 'none', passages: people('named').map(counts) },
		{
			question: t('Who speaks by a role, without a name?'),
			absence: 'none',
			passages: people('described').map(counts),
		},
		{
			question: t('Who is not named, and what is told of them?'),
			absence: 'none',
			passages: people('anonymous').map(source =>
				passageOf(draft, source, [statementsNote(source), ...anonymityNotes(source)]),
			),
		},
		{ question: t('Which groups name no one?'), absence: 'none', passages: people('vague').map(counts) },
		{
			question: t('Which documents are cited?'),
			absence: 'unsaid',
			passages: sources.filter(({ kind }) => kind === 'document').map(counts),
		},
		{ question: t('What is linked, for a reader to look up?'), absence: 'unsaid', passages: linksOf(draft) },
	];
}

function passageOf(draft: ReadDraft, { name, ...source }: Source, notes: readonly Note[]): Passage {
	return { label: name, words: null, notes, places: firstMention(draft, source) };
}

function spokenNote(source: Source, relays: boolean): Note {
	const silent = relays ? t('passes on others’ words') : t('says nothing here');
	return {
		label: speaks(source) ? counted(source.statements.length, 'statement') : silent,
		value: '',
		isQuoted: false,
	};
}

function anonymityNotes(source: Source): readonly Note[] {
	const { anonymity, kind } = source;
	return [
		told(t('position'), anonymity?.position),
		told(t('how they know'), anonymity?.basis),
		...(kind === 'people' || anonymity?.plural
			? [{ label: t('how many'), value: anonymity?.number == null ? null : String(anonymity.number), isQuoted: false }]
			: []),
		told(t('why unnamed'), anonymity?.reason),
	];
}

function told(label: string, words: string | null | undefined): Note {
	return { label, value: words ? shortened(words, longestPassage) : null, isQuoted: true };
}

const longestPassage = 120;

function firstMention(
	draft: ReadDraft,
	{ statements, mentions }: Pick<Source, 'statements' | 'mentions'>,
): readonly Place[] {
	const [first] = mentions;
	const index = statements[0];
	if (first) {
		const b = blockAt(draft, first.start);
		const { part, paragraph } = draft.placeOf(b, { start: 0, end: 0 });
		return [{ part, paragraph, line: draft.lineOf(first.start), span: first }];
	}
	if (index === undefined) return [];
	return [draft.placeOf(draft.blockOf[index] as number, { start: 0, end: 0 })];
}

/** Index of the block around a document offset. */
function blockAt({ analysis }: ReadDraft, offset: number): number {
	let low = 0;
	let high = analysis.blocks.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((analysis.blocks[middle]?.span.start ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

function linksOf(draft: ReadDraft): readonly Passage[] {
	return passagesOf(draft, ({ block }) =>
		block.exhibits.filter(({ kind, span }) => kind === 'link' && span.end > span.start).map(({ span }) => span),
	);
}

// --- time -------------------------------------------------------------------------------------------------------------

function time(draft: ReadDraft): readonly Answer[] {
	const { analysis } = draft;
	return [
		{ question: t('Which dates are on the page?'), absence: 'unsaid', passages: passagesOf(draft, datesIn) },
		{ question: t('Which days are named without a date?'), absence: 'none', passages: passagesOf(draft, weekdaysIn) },
		{
			question: hasDate(analysis)
				? t('Which times count from the date of the page?')
				: t('Which times have no date to count from?'),
			absence: 'none',
			passages: passagesOf(draft, vagueTimesIn),
		},
		{ question: t('What is told of how sources know it?'), absence: 'unsaid', passages: knowledge(draft) },
	];
}

/** What an unnamed source is said to know it from, and that a named one was there. */
function knowledge(draft: ReadDraft): readonly Passage[] {
	return draft.analysis.sources.flatMap(source => {
		const basis = source.anonymity?.basis ?? source.descriptors.find(words => presence.test(words));
		return basis
			? [
					{
						label: source.name,
						words: shortened(basis, longestPassage),
						notes: [],
						places: firstMention(draft, source),
					},
				]
			: [];
	});
}

const presence =
	/\b(?:attended|saw|witnessed|watched|heard|took part|participated|survived|visited|(?:was|were) (?:there|present|in the room|among))\b/;

/** What stands in the prose, the same words once with all their places. */
function passagesOf(draft: ReadDraft, find: (analysis: BlockAnalysis) => readonly Span[]): readonly Passage[] {
	const found = new Map<string, { readonly words: string; readonly places: Place[] }>();
	for (const [b, analysis] of draft.analysis.analyses.entries()) {
		if (analysis.tokens.length === 0) continue;
		for (const span of find(analysis)) {
			const words = shortened(analysis.block.text.slice(span.start, span.end), longestPassage);
			const key = words.toLowerCase();
			const known = found.get(key) ?? { words, places: [] };
			known.places.push(draft.placeOf(b, span));
			found.set(key, known);
		}
	}
	return [...found.values()].map(({ words, places }) => ({ label: null, words, notes: [], places }));
}

// --- dependence -------------------------------------------------------------------------------------------------------

function dependence(draft: ReadDraft, { statements, chains }: Told): readonly Answer[] {
	return [
		{ question: t('Who passes on whose words?'), absence: 'none', passages: relayers(draft, chains) },
		{ question: t('Which parts rest on one source?'), absence: 'none', passages: singleSections(draft) },
		{ question: t('Where could it be one source or another?'), absence: 'none', passages: doubtful(statements) },
	];
}

/** "a source close to the talks → AFP → this article". */
export function chainName({ steps }: Chain): string {
	return [...steps.map(({ name }) => printable(name)), t('this article')].join(' → ');
}

/** Those the writer has another's words from, with whose words those are. */
function relayers(draft: ReadDraft, chains: readonly Chain[]): readonly Passage[] {
	const relays = new Map<string, { readonly names: Set<string>; readonly places: Place[] }>();
	for (const { steps, places } of chains) {
		const last = steps.at(-1);
		if (!last) continue;
		const relay = relays.get(last.id) ?? { names: new Set<string>(), places: [] };
		for (const { name } of steps.slice(0, -1)) relay.names.add(printable(name));
		for (const place of places) relay.places.push(place);
		relays.set(last.id, relay);
	}
	return [...relays].map(([id, { names, places }]) => ({
		label: draft.sources.get(id)?.name ?? '',
		words: null,
		notes: [
			{
				label: names.size > 0 ? t('for') : t('its own report, whose sources are not told'),
				value: [...names].join(', '),
				isQuoted: false,
			},
		],
		places: places.sort((one, other) => one.span.start - other.span.start),
	}));
}

/** Two statements may well have one source by chance; more is a part that rests on it. */
const fewestStatements = 3;

function singleSections(draft: ReadDraft): readonly Passage[] {
	const { analysis, sources } = draft;
	const found: Passage[] = [];
	for (const { heading, statements, origins } of sourcedSections(analysis, sources)) {
		const [origin = ''] = origins;
		const [first] = statements;
		const start = (first?.source?.[0] ?? first?.cue[0] ?? first?.content[0])?.start;
		if (origins.size !== 1 || statements.length < fewestStatements || start === undefined) continue;
		const { part, paragraph } = draft.placeOf(blockAt(draft, start), { start: 0, end: 0 });
		found.push({
			label: heading ? t('Under “{0}”', shortened(heading.block.text, longestPassage)) : t('Before the first heading'),
			words: null,
			notes: [
				{
					label: t('all {0} from', counted(statements.length, 'statement')),
					value: draft.nameOf(origin),
					isQuoted: false,
				},
			],
			places: [{ part, paragraph, line: draft.lineOf(start), span: { start, end: start } }],
		});
	}
	return found;
}

function doubtful(statements: readonly Statement[]): readonly Passage[] {
	return statements
		.filter(({ orElse }) => orElse.length > 0)
		.map(({ name, orElse, words, place }) => ({
			label: either([name ?? '', ...orElse].map(printable)),
			words,
			notes: [],
			places: [place],
		}));
}

// --- tendency ---------------------------------------------------------------------------------------------------------

function tendency(draft: ReadDraft): readonly Answer[] {
	return [
		{ question: t('What is told of each source’s place in the matter?'), absence: 'unsaid', passages: stakes(draft) },
		{ question: t('In whose voice do words take a side?'), absence: 'none', passages: chargedWords(draft) },
		{ question: t('Which telling verbs stand with one source only?'), absence: 'none', passages: oneSidedVerbs(draft) },
	];
}

/** Titles and roles are the draft's own account of where a source stands. Whoever names no one shows no stake. */
function stakes(draft: ReadDraft): readonly Passage[] {
	const found: Passage[] = [];
	const untold: string[] = [];
	for (const source of draft.analysis.sources) {
		const { name, identification, kind, descriptors, anonymity } = source;
		if (!speaks(source) || identification === 'vague' || kind === 'document') continue;
		const roles = descriptors.filter(words => !tellsNoPlace.test(words));
		const words = roles.length > 0 ? roles.join('; ') : (anonymity?.position ?? null);
		if (words === null) untold.push(inSentence(source, 'name'));
		else {
			// "A source close to the talks" tells it by its name.
			const isInName = name.toLowerCase().includes(words.toLowerCase());
			const notes = isInName ? [{ label: t('as it is called here'), value: '', isQuoted: false }] : [];
			found.push({
				label: name,
				words: isInName ? null : shortened(words, longestPassage),
				notes,
				places: firstMention(draft, source),
			});
		}
	}
	if (untold.length === 0) return found;
	return [
		...found,
		{
			label: null,
			words: null,
			notes: [{ label: t('Of {0}', untold.join(', ')), value: null, isQuoted: false }],
			places: [],
		},
	];
}

/** Forms of address, an age, and words about the telling that stand where a role might: "the report said". */
const tellsNoPlace = /^(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Madam)\.?$|^\d{1,3}$|\b(?:said|says|reported|reports|told)$/;

const families: readonly PhraseFamily[] = [
	'loaded-language',
	'hyperbole',
	'euphemism',
	'dehumanizing-language',
	'editorializing',
];
/** Unlike the rules the report tells of charged words in every voice. */
const everyVoice = { severity: 'information', voice: { quoted: 'report', attributed: 'report' } } as const;

function chargedWords(draft: ReadDraft): readonly Passage[] {
	const { analyses, contexts, genre } = draft.analysis;
	const found: Passage[] = [];
	for (const [b, analysis] of analyses.entries()) {
		const context = contexts[b];
		if (!context || analysis.wording.length === 0) continue;
		const stretches = ownersIn(draft.analysis, b);
		const spans = families
			.flatMap(family => [...phrasesToAsk({ analysis, context, genre }, everyVoice, family)])
			.map(({ match, voice }) => ({ span: match.span, voice }))
			.sort((one, other) => one.span.start - other.span.start)
			// A word may be in two families.
			.filter(({ span }, i, all) => all[i - 1]?.span.start !== span.start);
		for (const { span, voice } of spans) {
			found.push({
				label: voiceName(ownerOf(stretches, span), voice === 'quoted'),
				words: shortened(analysis.block.text.slice(span.start, span.end), longestPassage),
				notes: [],
				places: [draft.placeOf(b, span)],
			});
		}
	}
	return found;
}

function voiceName(owner: Owner, isQuoted: boolean): string {
	if (owner === 'own') return t('the writer');
	if (owner === 'no-speaker') return t('quoted, no speaker named');
	return isQuoted ? t('{0}, quoted', owner.name) : t('{0}, in the writer’s words', owner.name);
}

/** Verbs that doubt, blame or vouch, where one source alone has them and others speak too. */
function oneSidedVerbs(draft: ReadDraft): readonly Passage[] {
	const { analysis, summaries, offsets } = draft;
	const uses = new Map<string, { readonly owners: Set<string>; readonly implies: string; readonly places: Place[] }>();
	for (const [b, block] of analysis.analyses.entries()) {
		for (const match of block.wording) {
			if (!isReportingVerb(match)) continue;
			const a = block.attributions.findIndex(({ cue }) => cue?.head === match.firstToken);
			const owner = a < 0 ? null : analysis.attributions[(offsets[b] as number) + a]?.sourceId;
			if (!owner) continue;
			const { lemma, implies } = match.entry.verb;
			const use = uses.get(lemma) ?? { owners: new Set<string>(), implies, places: [] };
			use.owners.add(owner);
			use.places.push(draft.placeOf(b, match.span));
			uses.set(lemma, use);
		}
	}
	const speaking = [...summaries.values()].filter(({ verbs }) => verbs.length > 0).length;
	if (speaking < 2) return [];
	return [...uses].flatMap(([lemma, { owners, implies, places }]) => {
		const [owner] = owners;
		if (owners.size !== 1 || owner === undefined) return [];
		const neutral = neutralElsewhere(draft, owner);
		return [
			{
				label: draft.sources.get(owner)?.name ?? '',
				words: lemma,
				notes: [
					{ label: t(implies), value: '', isQuoted: false },
					{ label: t('with the others'), value: neutral, isQuoted: false },
				],
				places,
			},
		];
	});
}

/** "say 7, add 2": what stands with everyone else. */
function neutralElsewhere({ analysis, summaries }: ReadDraft, owner: string): string {
	const own = new Map(summaries.get(owner)?.verbs ?? []);
	const others = (analysis.contexts[0]?.verbs ?? [])
		.map(([lemma, count]) => [lemma, count - (own.get(lemma) ?? 0)] as const)
		.filter(([, count]) => count > 0)
		.slice(0, 3);
	return others.map(([lemma, count]) => `${lemma} ${count}`).join(', ') || t('no verb');
}
