import { t } from '@vscode/l10n';
import type { SourceSummary } from '../attribution/context';
import type { BlockAttribution, Mention } from '../attribution/model';
import type { Span } from '../text/span';
import { edit } from './fixes/query';
import { wordsOf } from './phrases';
import type { BlockRule, BlockView, Fix, RuleFinding } from './rule';
import { voiceAt } from './voice';
import { forMessage } from './wording';

/** Asks which one is meant by "the source" or "the official", where two fit or none has been introduced; at the desk by "he" and "she" too. */
export const ambiguousSource: BlockRule = {
	id: 'ambiguous-source',
	summary: 'Asks which one is meant by “the source” or “the official” where two fit, or none has been introduced.',
	why: `“The source” points back to one that readers have met. Where two stand before it, they pick the nearer, and may
pick wrong; where none does, they look for one in vain. Two sources that run together also look like one that
knows more, or one that looks like two.`,
	answer: 'Repeat the words that tell it from the other: “the senior source”, “the source close to the delegation”.',
	authorities: [
		{
			title: 'NPR Ethics Handbook: identify a source as best you can',
			url: 'http://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
		},
		{
			title: 'Reuters: anonymous sources, the rules',
			url: 'http://blogs.reuters.com/reuters-editors/2008/07/17/anonymous-sources-reuters-rules/',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'interview', 'essay', 'not-news'],
	example: `A source close to the harbour board said the crane was old. A senior source at the port said it was safe.
According to the source, the board knew of this for years.
             ^^^^^^^^^^ ambiguous-source`,
	nonExample: `A source close to the harbour board said the crane was old. The source said the board knew of this for years.
A senior source at the port said it was safe. According to the senior source, no one was told.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { analysis, context } = view;
		const told = new Set<number>();
		for (const [index, attribution] of analysis.attributions.entries()) {
			const { source } = attribution;
			if (source?.form === 'pronoun' && view.strictPronouns) yield* whoIs(view, attribution, index);
			if (!source || told.has(source.start) || !isPointer(view, source)) continue;
			told.add(source.start);
			const span = { start: source.start, end: source.end };
			if (voiceAt(context, span) === 'quoted') continue;
			const resolved = context.attributions[index];
			const candidates = (resolved?.candidates ?? []).filter(candidate => candidate.identification !== 'named');
			const [first, second] = candidates;
			const words = forMessage(wordsOf(analysis, span).toLowerCase());
			if (first && second) {
				yield {
					span,
					message: whichOf(view, source, first, second),
					sameAs: candidates
						.map(({ id }) => id)
						.sort()
						.join(' '),
					fixes: candidates.flatMap(candidate => distinguish(view, attribution, source, candidate)),
				};
			} else if (resolved?.unintroduced) {
				yield { span, message: t('“{0}”: none has been introduced.', words) };
			}
		}
	},
};

/** "Who is “he”: Reed or Hale?", where two who are named fit alike. */
function* whoIs(view: BlockView, { parent, source }: BlockAttribution, index: number): Generator<RuleFinding> {
	const { analysis, context } = view;
	const { source: one, rival: other } = context.attributions[index] ?? {};
	if (!source || !one || !other || parent !== null || voiceAt(context, source) !== 'own') return;
	const span = { start: source.start, end: source.end };
	// In the order in which the sentence before names them.
	const [first, second] = [one.name, other].sort((a, b) => lastPlace(view, a, span) - lastPlace(view, b, span));
	if (first === undefined || second === undefined) return;
	yield {
		span,
		message: t('Who is “{0}”: {1} or {2}?', wordsOf(analysis, span).toLowerCase(), cut(first), cut(second)),
		fixes: [first, second].map(name => ({ title: t('Write “{0}”', name), kind: 'reword', edits: [edit(span, name)] })),
	};
}

function lastPlace({ analysis }: BlockView, name: string, { start }: Span): number {
	return analysis.block.text.lastIndexOf(name, start);
}

/** "The source", "the officials", with nothing to tell which: an article and a noun for one who is withheld. */
function isPointer({ analysis: { tokens }, lexicons }: BlockView, mention: Mention): boolean {
	if (mention.form !== 'noun' || !mention.definite || mention.endToken - mention.firstToken !== 2) return false;
	if (!/^(?:the|this|that|these|those)$/.test(tokens[mention.firstToken]?.lower ?? '')) return false;
	const noun = tokens[mention.head]?.lower ?? '';
	return lexicons.sources.unnamed.includes(noun) || confidants.has(noun);
}

/** Roles that are hardly ever known from the story itself, as "the director" or "the officer" is. */
const confidants: ReadonlySet<string> = new Set(
	'official officials aide aides adviser advisers advisor advisors diplomat diplomats staffer staffers operative operatives report reports'.split(
		' ',
	),
);

function whichOf({ analysis }: BlockView, source: Mention, first: SourceSummary, second: SourceSummary): string {
	const noun = wordsOf(analysis, source).split(/\s+/).at(-1) ?? 'source';
	// The nearer comes second, as it does in the draft.
	return t('Which {0}: {1} or {2}?', noun, inQuestion(second, noun), inQuestion(first, noun));
}

/** The words that tell it from the other: the one “close to the board”, “a senior source”. */
function inQuestion({ name }: SourceSummary, noun: string): string {
	const own = inShort(name);
	const at = own.indexOf(`${noun} `);
	return at < 0 ? `“${cut(own)}”` : t('the one “{0}”', cut(own.slice(at + noun.length + 1)));
}

/** "A source close to the board, who spoke …" up to what tells it from others. */
function inShort(name: string): string {
	const words = name.replace(/,.*$/s, '');
	return words.charAt(0).toLowerCase() + words.slice(1);
}

function cut(words: string): string {
	if (words.length <= 40) return words;
	const end = words.lastIndexOf(' ', 39);
	return `${words.slice(0, end > 0 ? end : 39)}…`;
}

/** "the source" as "the senior source", where the candidate has such words of its own. */
function distinguish(
	{ analysis }: BlockView,
	{ cue }: BlockAttribution,
	source: Mention,
	candidate: SourceSummary,
): readonly Fix[] {
	const own = inShort(candidate.name).replace(/^(?:a|an|the|another|one|some|other)\s+/, '');
	const written = wordsOf(analysis, source);
	if (!/\s/.test(own) || own.length > 60) return [];
	const words = `${written.startsWith('T') ? 'The' : 'the'} ${own}`;
	// A clause within the phrase is closed before the verb goes on.
	if (/\b(?:who|which)\b/.test(own) && cue !== null && cue.start > source.end) return [];
	return [
		{ title: t('Write “{0}”', words), kind: 'reword', edits: [edit({ start: source.start, end: source.end }, words)] },
	];
}
