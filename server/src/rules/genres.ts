/**
 * Genre and place decide what is asked (docs/rules; the rules' own severities are those of news). One table, so that no
 * rule spells it out by itself. Ids are plain text: a rule that is not there, or not there yet, is simply not met.
 */
import type { ClaimTrigger, Genre } from '../attribution/model';
import type { BlockKind } from '../text/block';
import type { Rule, Severity } from './rule';

type Severities = Readonly<Record<string, Severity | 'off'>>;

/** What a rule speaks with in a genre: `off`, another severity than in news, or null where the genre makes no difference. */
export function genreSeverity(rule: Pick<Rule, 'id' | 'silentIn'>, genre: Genre): Severity | 'off' | null {
	// A log or a manual is not read at all, whatever rules there will be.
	if (genre === 'not-news') return 'off';
	const table = genres[genre];
	if (Object.hasOwn(table, rule.id)) return table[rule.id] ?? null;
	return rule.silentIn.includes(genre) ? 'off' : null;
}

/** The most a rule may speak with in a block of this kind: `off`, a severity, or null where the place makes no difference. */
export function placeSeverity(rule: string, kind: BlockKind): Severity | 'off' | null {
	const table = places[kind];
	return table !== undefined && Object.hasOwn(table, rule) ? (table[rule] ?? null) : null;
}

/** What makes a clause contestable elsewhere and is the writer's own business in this genre. */
export function silentTriggers(genre: Genre): readonly ClaimTrigger[] {
	return genre === 'analysis' ? ['forecast', 'guess', 'cause', 'motive'] : [];
}

/** Rules about who says so. */
const sourcing = [
	'unattributed-accusation',
	'unattributed-claim',
	'unattributed-quotation',
	'agentless-attribution',
	'ambiguous-source',
	'late-attribution',
	'anonymous-source',
	'anonymous-opinion',
	'vague-collective',
	'single-source',
	'dropped-relay',
	'unintroduced-source',
	'unnamed-document',
	'no-response',
	'headline-outruns-body',
	'quote-mismatch',
	'name-variants',
] as const;

/** Rules about the writer's words. */
const wording = [
	'loaded-language',
	'hyperbole',
	'euphemism',
	'dehumanizing-language',
	'loaded-reporting-verb',
	'editorializing',
	'scare-quotes',
	'vague-time',
] as const;

const genres: Readonly<Record<Exclude<Genre, 'not-news'>, Severities>> = {
	news: {},
	// Judgement is the writer's trade here; contempt for people is not made a warning by it, only a question.
	analysis: { 'dehumanizing-language': 'information' },
	// Opinions need no source; accusations, quotations and names do.
	opinion: {
		...all(wording, 'off'),
		'unattributed-claim': 'off',
		'agentless-attribution': 'off',
		'vague-collective': 'off',
		'late-attribution': 'off',
		'single-source': 'off',
		'headline-outruns-body': 'off',
		'anonymous-source': 'information',
		'anonymous-opinion': 'information',
	},
	// Each turn is someone's words, and the other side is seldom in the room.
	interview: {
		'unattributed-quotation': 'off',
		'late-attribution': 'off',
		'single-source': 'off',
		'dehumanizing-language': 'information',
	},
	// All of it is the issuer speaking of itself: the status says so once.
	'press-release': { ...all(sourcing, 'off'), ...all(wording, 'off') },
	court: { 'unattributed-accusation': 'warning', 'dehumanizing-language': 'information' },
	report: all(wording, 'off'),
	essay: { ...all(sourcing, 'information'), ...all(wording, 'off'), 'late-attribution': 'off', 'single-source': 'off' },
	// Weasel words are this genre's own fault; its tags are queries that everyone is meant to see.
	encyclopedia: {
		'vague-collective': 'warning',
		'agentless-attribution': 'warning',
		'dehumanizing-language': 'information',
	},
};

/** Every genre there is. */
export const genreNames: readonly Genre[] = [...(Object.keys(genres) as (keyof typeof genres)[]), 'not-news'];

const questions = {
	...all(wording, 'information'),
	'unattributed-claim': 'information',
	'agentless-attribution': 'information',
	'late-attribution': 'off',
} as const;

const places: Readonly<Partial<Record<BlockKind, Severities>>> = {
	// The body decides about what these state; what they overreach in is a matter for rules of its own.
	headline: questions,
	standfirst: { ...questions, 'dropped-relay': 'information' },
	// What a picture shows needs no source.
	caption: { ...all(wording, 'information'), 'unattributed-claim': 'off', 'late-attribution': 'off' },
};

function all<Id extends string, S extends Severity | 'off'>(ids: readonly Id[], severity: S): Readonly<Record<Id, S>> {
	return Object.fromEntries(ids.map(id => [id, severity])) as Record<Id, S>;
}
