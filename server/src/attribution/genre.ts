/** What kind of text a draft is: front matter, then label lines, then form (EDITORIAL, "Genre and place decide"). */
import { frontMatterFields } from '../text/frontMatter';
import type { BlockAnalysis, Genre } from './model';

export interface GenreReading {
	readonly genre: Genre;
	readonly basis: 'setting' | 'front-matter' | 'label' | 'form';
}

const byName: Readonly<Record<string, Genre>> = {
	news: 'news',
	story: 'news',
	analysis: 'analysis',
	opinion: 'opinion',
	'op-ed': 'opinion',
	oped: 'opinion',
	editorial: 'opinion',
	commentary: 'opinion',
	column: 'opinion',
	review: 'opinion',
	letter: 'opinion',
	interview: 'interview',
	'q&a': 'interview',
	transcript: 'interview',
	'press release': 'press-release',
	'press-release': 'press-release',
	'news release': 'press-release',
	'for immediate release': 'press-release',
	court: 'court',
	report: 'report',
	paper: 'report',
	essay: 'essay',
	encyclopedia: 'encyclopedia',
	'not-news': 'not-news',
};

/** How many blocks from the top may hold a label line. */
const labelReach = 5;

/** The genre of a draft, and how it was told. `text` is the document; blocks' spans are offsets in it. */
export function genreOf(text: string, analyses: readonly BlockAnalysis[], setting: Genre | 'auto'): GenreReading {
	if (setting !== 'auto') return { genre: setting, basis: 'setting' };
	const [first] = analyses;
	if (first?.block.kind === 'front-matter') {
		const fields = frontMatterFields(text.slice(first.block.span.start, first.block.span.end));
		const genre = named(fields['genre'] ?? fields['type'] ?? fields['category'] ?? fields['section'] ?? '');
		if (genre) return { genre, basis: 'front-matter' };
	}
	for (const { block } of analyses.slice(0, labelReach)) {
		const line = text.slice(block.span.start, Math.min(block.span.end, block.span.start + 60));
		if (block.span.end - block.span.start > 40) continue;
		const genre = named(line.replace(/^[#*_\s]+|[*_:\s]+$/g, ''));
		if (genre) return { genre, basis: 'label' };
	}
	if (isTranscript(analyses)) return { genre: 'interview', basis: 'form' };
	return { genre: reads(analyses) ? 'news' : 'not-news', basis: 'form' };
}

function named(label: string): Genre | undefined {
	const key = label
		.trim()
		.toLowerCase()
		.replace(/^["']|["']$/g, '');
	return Object.hasOwn(byName, key) ? byName[key] : undefined;
}

/** Most paragraphs begin with a speaker's label, or with Q: and A:. */
function isTranscript(analyses: readonly BlockAnalysis[]): boolean {
	const paragraphs = analyses.filter(({ block, tokens }) => block.kind === 'paragraph' && tokens.length > 0);
	const turns = paragraphs.filter(({ block }) => /^(?:Q|A|[A-Z][\w.’' -]{0,40}):\s/.test(block.text));
	return turns.length >= 4 && turns.length * 2 > paragraphs.length;
}

/** A text in which no one speaks is not read as news: logs, manuals, lists. */
function reads(analyses: readonly BlockAnalysis[]): boolean {
	return analyses.some(
		({ attributions, quotations }) =>
			attributions.some(
				({ cue, confidence }) =>
					cue !== null && confidence >= 0.4 && (cue.hearsay !== undefined || cue.stance !== 'mental'),
			) || quotations.some(({ kind }) => kind === 'direct'),
	);
}
