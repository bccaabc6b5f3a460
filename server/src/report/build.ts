/** From an analysis to its source report. */
import type { Analysis } from '../analysis';
import { speaks } from '../attribution/speakers';
import { claimsOf } from './claims';
import { readDraft } from './draft';
import type { Report, UnnamedShare } from './model';
import { criticalQuestions } from './questions';
import { chainsOf, statementsOf, verbsOf } from './statements';
import { countVoices, shareOf, type Voices } from './voices';
import { shortened } from './words';

export interface ReportInput {
	readonly analysis: Analysis;
	/** The draft's name, as it is to be shown. */
	readonly file: string;
	readonly checked: Date;
}

/**
 * The report of an analysed draft: a value that can be written as JSON, rendered, or sent to a view. Work and size are
 * linear in the draft. What settings or ignores silence is told all the same: a report describes, findings ask.
 */
export function buildReport({ analysis, file, checked }: ReportInput): Report {
	const head = { title: titleOf(analysis), file, checked: checked.toISOString(), genre: analysis.genre };
	const reading = readingOf(analysis);
	if (reading !== 'read') return { ...head, ...nothing, reading };
	const draft = readDraft(analysis);
	const voices = countVoices(draft);
	const statements = statementsOf(draft);
	const chains = chainsOf(draft);
	const words = new Map(voices.bySource.map(({ source, words: own }) => [source, own]));
	return {
		...head,
		reading,
		words: voices.words,
		paragraphs: analysis.analyses.filter(({ block, tokens }) => block.kind === 'paragraph' && tokens.length > 0).length,
		voices: voices.bySource,
		identifications: voices.byIdentification,
		unnamed: unnamedOf(analysis, voices),
		sources: analysis.sources.map(({ id, name, kind, identification, descriptors, statements: own }) => ({
			id,
			name,
			kind,
			identification,
			descriptors,
			statements: own.length,
			words: words.get(id) ?? 0,
		})),
		chains,
		verbs: verbsOf(draft),
		statements,
		claims: claimsOf(draft),
		questions: criticalQuestions(draft, { statements, chains }),
	};
}

const nothing = {
	words: 0,
	paragraphs: 0,
	voices: [],
	identifications: [],
	unnamed: { sources: 0, ofSources: 0, statements: 0, ofStatements: 0, words: 0, share: 0, ofAttributed: 0 },
	sources: [],
	chains: [],
	verbs: [],
	statements: [],
	claims: [],
	questions: [],
} as const;

function readingOf({ language, genre, analyses }: Analysis): Report['reading'] {
	if (language === 'other') return 'not-english';
	if (analyses.every(({ tokens }) => tokens.length === 0)) return 'empty';
	return genre === 'not-news' ? 'not-news' : 'read';
}

const longestTitle = 200;

function titleOf({ blocks }: Analysis): string | null {
	const block = blocks.find(({ kind }) => kind === 'headline') ?? blocks.find(({ kind }) => kind === 'heading');
	const title = block ? shortened(block.text, longestTitle) : '';
	return title === '' ? null : title;
}

function unnamedOf({ sources }: Analysis, { words, bySource }: Voices): UnnamedShare {
	const speaking = sources.filter(speaks);
	const withheld = speaking.filter(({ identification }) => identification === 'anonymous');
	const count = (list: typeof sources): number => list.reduce((sum, { statements }) => sum + statements.length, 0);
	const unnamed = bySource.reduce((sum, each) => sum + (each.standing === 'anonymous' ? each.words : 0), 0);
	const own = bySource.reduce((sum, each) => sum + (each.standing === 'own' ? each.words : 0), 0);
	return {
		sources: withheld.length,
		ofSources: speaking.length,
		statements: count(withheld),
		ofStatements: count(speaking),
		words: unnamed,
		share: shareOf(unnamed, words),
		ofAttributed: shareOf(unnamed, words - own),
	};
}
