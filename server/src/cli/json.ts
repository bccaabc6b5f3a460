/** The contract for tests and pipes: one object a document (DESIGN §6). */
import type { Analysis } from '../analysis';
import type { JudgedFinding } from '../configuration/judge';
import { rules } from '../rules/index';
import { positions } from '../text/positions';
import type { Span } from '../text/span';

export type SchemaVersion = 1;

/** An analysis as plain data; spans are `[start, end)` in UTF-16 code units of the text without its byte order mark. */
export function jsonDocument(path: string, analysis: Analysis, findings: readonly JudgedFinding[]): unknown {
	const at = positions(analysis.text);
	const why = new Map(
		rules.map(rule => [rule.id, `${rule.summary} ${rule.authorities.map(authority => authority.url).join(' ')}`]),
	);
	return {
		schema: 1 satisfies SchemaVersion,
		path,
		offsets: 'utf-16',
		language: analysis.language,
		genre: analysis.genre,
		blocks: analysis.blocks.map(({ kind, span }) => ({ kind, span: pair(span) })),
		quotations: analysis.quotations.map(({ spans, kind, speaker }) => ({ spans: spans.map(pair), kind, speaker })),
		sources: analysis.sources.map(({ id, name, kind, identification, descriptors, anonymity, mentions }) => ({
			id,
			name,
			kind,
			identification,
			descriptors,
			anonymity,
			mentions: mentions.map(pair),
		})),
		attributions: analysis.attributions.map(
			({ source, sourceId, candidates, cue, stance, content, basis, parent, via, confidence }) => ({
				source: source?.map(pair) ?? null,
				sourceId,
				candidates,
				cue: cue.map(pair),
				stance,
				content: content.map(pair),
				basis,
				parent,
				via,
				confidence,
			}),
		),
		claims: analysis.claims.map(({ span, voice, trigger, cited, near, attributions }) => ({
			span: pair(span),
			voice,
			trigger,
			cited,
			near: near && pair(near),
			attributions,
		})),
		findings: findings.map(({ rule, span, severity, message, related, suppressed, fixes }) => ({
			rule,
			span: pair(span),
			range: { start: at(span.start), end: at(span.end) },
			severity,
			message,
			help: why.get(rule) ?? '',
			related: related.map(place => ({ span: pair(place.span), message: place.message })),
			suppressed,
			fixes: fixes.map(({ title, edits }) => ({
				title,
				edits: edits.map(({ span: where, text, snippet }) => ({
					span: pair(where),
					text,
					...(snippet === undefined ? {} : { snippet }),
				})),
			})),
		})),
	};
}

function pair({ start, end }: Span): readonly [number, number] {
	return [start, end];
}
