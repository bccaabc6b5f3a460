/** What the engine makes of a draft, as annotations: for tests of the stages that tell who speaks. */
import { type Analysis, analyse, createAnalyzer, type Draft } from '../analysis';
import { resources } from '../resources';
import type { Annotation } from './annotations';

const analyzer = createAnalyzer(resources);

export function read(text: string, genre: Draft['genre'] = 'news', format: Draft['format'] = 'plaintext'): Analysis {
	return analyse(analyzer, { text, format, genre, rules: {} });
}

/** Each source with whom it goes back to, ", or …" with another who fits, "by way of …" with its relays. */
export function resolved(text: string, genre?: Draft['genre']): Annotation[] {
	const { attributions, sources } = read(text, genre);
	const name = (id: string | null | undefined): string => sources.find(source => source.id === id)?.name ?? 'nobody';
	return attributions.flatMap(({ source, sourceId, candidates, via }) => {
		const or = candidates.length > 1 ? `, or ${name(candidates[1])}` : '';
		const relay = via.length > 0 ? ` by way of ${via.map(name).join(', ')}` : '';
		return (source ?? []).map(span => ({ span, label: `${name(sourceId)}${or}${relay}` }));
	});
}

/** Each source with its kind and how it is identified. */
export function identified(text: string): Annotation[] {
	const { attributions, sources } = read(text);
	return attributions.flatMap(({ source, sourceId }) => {
		const known = sources.find(({ id }) => id === sourceId);
		return (source ?? []).map(span => ({ span, label: known ? `${known.kind} ${known.identification}` : 'nobody' }));
	});
}

/** Each quotation with whose words it is. */
export function spoken(text: string): Annotation[] {
	const { quotations, sources } = read(text);
	return quotations.flatMap(({ spans, speaker }) => {
		const known = sources.find(({ id }) => id === speaker);
		return spans.map(span => ({ span, label: known?.name ?? 'nobody' }));
	});
}
