import { t } from '@vscode/l10n';
import type { SourceSummary } from '../attribution/context';
import type { ReportingVerbEntry } from '../attribution/lexicons';
import { tagOf } from '../attribution/partsOfSpeech';
import type { Match } from '../attribution/patterns';
import { isReportingVerb, type WordingVerb } from '../attribution/wording';
import { inflectLike } from '../text/inflection';
import type { Span } from '../text/span';
import type { Sentence } from '../text/tokens';
import { isActiveVerb, reportedStatement, type VerbInSentence } from './reportedStatement';
import type { BlockRule, BlockView, RuleFinding } from './rule';
import { touchesQuotation, voiceAt } from './voice';
import { rewordingFix } from './wording';

/** Asks whether a verb that says more than “said” is meant. */
export const loadedReportingVerb: BlockRule = {
	id: 'loaded-reporting-verb',
	summary: 'Asks whether a verb that doubts, blames or vouches is meant where “said” would do.',
	why: `The verb that reports a statement is always the writer’s. “Claimed” tells the reader not to believe it,
“admitted” that there was something to hide, “revealed” that it is true. Used of one side only, such verbs tilt a story
that is otherwise even.`,
	answer: `Keep the verb if its meaning is meant and the story shows it; otherwise write “said”, or “told” where it was
said to somebody. Where the verb is another one (“claimed responsibility”, “admitted to hospital”, “claimed 12 lives”)
or a term of law, nothing is asked.`,
	authorities: [
		{
			title: 'Wikipedia: Words to watch, synonyms for “said”',
			url: 'https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Synonyms_for_said',
		},
	],
	severity: 'information',
	defaultOn: true,
	voice: { quoted: 'skip', attributed: 'report' },
	silentIn: ['opinion', 'press-release', 'report', 'essay', 'not-news'],
	example: `Reed said that the bridge was safe. Harlow again claimed there is no point in a second test.
                                                 ^^^^^^^ loaded-reporting-verb
The owner admitted to police that the gate was open.
          ^^^^^^^^ loaded-reporting-verb`,
	nonExample: `The flood claimed 12 lives, and a child was admitted to hospital.
The group claimed responsibility. Harlow admitted lying and insisted on a lawyer.
His claim that the gate was shut was heard; she claimed to have seen it.`,
	*checkBlock(view: BlockView): Iterable<RuleFinding> {
		const { sentences, wording } = view.analysis;
		let at = 0;
		for (const match of wording) {
			if (!isReportingVerb(match)) continue;
			while ((sentences[at] as Sentence).endToken <= match.firstToken) at += 1;
			if (touchesQuotation(view.analysis, match.span) || voiceAt(view.context, match.span) === 'quoted') continue;
			const finding = findingFor(view, match, sentences[at] as Sentence);
			if (finding) yield finding;
		}
	},
};

function findingFor(view: BlockView, match: Match<WordingVerb>, sentence: Sentence): RuleFinding | null {
	const { tokens, attributions, block } = view.analysis;
	const { verb } = match.entry;
	if (isLegalUse(view, verb, sentence)) return null;
	const attribution = attributions.findIndex(({ cue }) => cue?.head === match.firstToken);
	const here: VerbInSentence = {
		tokens,
		sentence,
		first: match.firstToken,
		end: match.endToken,
		form: match.verb?.form ?? 'base',
		isCue: attribution >= 0,
	};
	if (!isActiveVerb(here)) return null;
	// "refused to comment" brings its complement along.
	const statement = verb.lemma.includes(' ') ? { to: null } : reportedStatement(here);
	if (!statement || (verb.lemma === 'insist' && isDemand(view.analysis, match.endToken, sentence))) return null;

	const to = statement.to === null ? undefined : tokens[statement.to];
	const span: Span = { start: match.span.start, end: to?.end ?? match.span.end };
	const words = inflectLike(to ? 'tell' : verb.neutral, here.form);
	const source = view.context.attributions[attribution]?.source ?? null;
	const written = block.text.slice(match.span.start, match.span.end);
	return {
		span: match.span,
		message: messageFor(view, verb, written, source),
		// In an interview the words are the format's: a question is all there is to ask.
		fixes: view.genre === 'interview' ? [] : [rewordingFix(block.text, tokens, match.firstToken, span, words)],
		sameAs: verb.lemma,
		note: t(verb.note),
		alternatives: [words],
	};
}

/** "insisted that she go": what is asked for is no statement, and "said" cannot stand for it. */
function isDemand({ tokens, partsOfSpeech }: BlockView['analysis'], at: number, { endToken }: Sentence): boolean {
	if (tokens[at]?.lower !== 'that') return false;
	const limit = Math.min(endToken, at + longestSubject);
	for (let index = at + 1; index < limit; index += 1) {
		const tag = tagOf(partsOfSpeech, index);
		if (!/^(?:VERB|AUX)\|/.test(tag)) continue;
		// "that she leave": a form that no statement about her has.
		return tag.endsWith('|VB') || (tag.endsWith('|VBP') && singular.has(tokens[index - 1]?.lower ?? ''));
	}
	return false;
}

const longestSubject = 10;
const singular: ReadonlySet<string> = new Set(['he', 'she', 'it']);

/** How the verb stands among the draft's others: a single "claimed" beside many "said" is seldom an accident of style. */
function messageFor(
	{ context }: BlockView,
	verb: ReportingVerbEntry,
	written: string,
	source: SourceSummary | null,
): string {
	const implies = t(verb.implies);
	const alone = t('“{0}” {1}. Meant?', written, implies);
	const neutral = countOf(context.verbs, verb.neutral);
	if (neutral < 3) return alone;
	const said = inflectLike(verb.neutral, context.habits.tense === 'says' ? 's' : 'past');
	const count = countOf(context.verbs, verb.lemma);
	if (count <= 1) return t('“{0}” {1}; the only one beside {2} “{3}”. Meant?', written, implies, neutral, said);
	if (source === null || countOf(source.verbs, verb.lemma) < count || source.shortName.length > 30) return alone;
	return t(
		'“{0}” {1}; {2} times, only of {3}, beside {4} “{5}”. Meant?',
		written,
		implies,
		count,
		source.shortName,
		neutral,
		said,
	);
}

function countOf(verbs: readonly (readonly [string, number])[], lemma: string): number {
	return verbs.find(([known]) => known === lemma)?.[1] ?? 0;
}

/** In court and in insurance "claim", "allege" and "admit" are terms, not tone. */
function isLegalUse({ analysis, genre }: BlockView, verb: ReportingVerbEntry, sentence: Sentence): boolean {
	if (!legalVerbs.has(verb.lemma)) return false;
	if (genre === 'court') return true;
	return analysis.tokens.slice(sentence.firstToken, sentence.endToken).some(({ lower }) => legalWords.has(lower));
}

const legalVerbs: ReadonlySet<string> = new Set(['claim', 'allege', 'admit', 'confess', 'maintain']);
const legalWords: ReadonlySet<string> = new Set(
	(
		'court lawsuit lawsuits suit sued suing filing filings indictment indicted plaintiff plaintiffs defendant defendants ' +
		'jury trial tribunal affidavit pleaded plea prosecutor prosecutors charged insurer insurers insurance policyholder'
	).split(' '),
);
