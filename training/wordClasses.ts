/**
 * Word classes learnt from plain text: the exchange algorithm of Kneser and Ney (1993), as in Martin, Liermann and
 * Ney (1998). Words move to the class that makes the text's class bigrams likeliest, until few still move.
 */
import { normalizedForm } from '../server/src/tagging/lexemes';

export interface WordClassOptions {
	readonly classes: number;
	readonly rounds: number;
	/** Words seen less often have no class. */
	readonly rarest: number;
}

/** The class of each word that is frequent enough, by its normalized form; classes count from 1. */
export function learnWordClasses(
	sentences: readonly (readonly string[])[],
	{ classes, rounds, rarest }: WordClassOptions,
	log: (line: string) => void,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		for (const form of sentence) {
			const word = normalizedForm(form);
			counts.set(word, (counts.get(word) ?? 0) + 1);
		}
	}
	const words = [...counts]
		.filter(([, count]) => count >= rarest)
		.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
		.map(([word]) => word);
	const numbers = new Map(words.map((word, i) => [word, i]));
	// Two more "words": what is rare, and the edge of a sentence. They stay where they are.
	const rare = words.length;
	const edge = words.length + 1;
	const before = bigramsOf(sentences, numbers, rare, edge, false);
	const after = bigramsOf(sentences, numbers, rare, edge, true);
	const total = classes + 2;
	const classOf = new Int32Array(words.length + 2);
	for (let word = 0; word < words.length; word++) classOf[word] = word % classes;
	classOf[rare] = classes;
	classOf[edge] = classes + 1;
	const table = new Int32Array(total * total);
	const sizes = new Int32Array(total);
	for (let word = 0; word < words.length + 2; word++) {
		const own = classOf[word] as number;
		for (const [next, count] of after[word] ?? []) {
			const place = own * total + (classOf[next] as number);
			table[place] = (table[place] as number) + count;
			sizes[own] = (sizes[own] as number) + count;
		}
	}
	const left = new Int32Array(total);
	const right = new Int32Array(total);
	for (let round = 0; round < rounds; round++) {
		let moved = 0;
		for (let word = 0; word < words.length; word++) {
			const own = classOf[word] as number;
			left.fill(0);
			right.fill(0);
			let size = 0;
			let self = 0;
			for (const [other, count] of before[word] ?? []) {
				if (other === word) self = count;
				else left[classOf[other] as number] = (left[classOf[other] as number] as number) + count;
			}
			for (const [other, count] of after[word] ?? []) {
				size += count;
				if (other !== word) right[classOf[other] as number] = (right[classOf[other] as number] as number) + count;
			}
			const lefts = touched(left);
			const rights = touched(right);
			const change = (to: number, sign: number): void => {
				for (const k of lefts) table[k * total + to] = (table[k * total + to] as number) + sign * (left[k] as number);
				for (const k of rights) table[to * total + k] = (table[to * total + k] as number) + sign * (right[k] as number);
				table[to * total + to] = (table[to * total + to] as number) + sign * self;
				sizes[to] = (sizes[to] as number) + sign * size;
			};
			change(own, -1);
			let best = own;
			let most = Number.NEGATIVE_INFINITY;
			for (let to = 0; to < classes; to++) {
				let gain = -2 * grow(sizes[to] as number, size);
				for (const k of lefts) gain += grow(table[k * total + to] as number, left[k] as number);
				for (const k of rights) gain += grow(table[to * total + k] as number, right[k] as number);
				if (self > 0) gain += grow(table[to * total + to] as number, self);
				if (gain > most + 1e-9) {
					most = gain;
					best = to;
				}
			}
			change(best, 1);
			classOf[word] = best;
			if (best !== own) moved++;
		}
		log(`word classes, round ${round + 1}: ${moved} of ${words.length} words moved`);
		if (moved < words.length / 200) break;
	}
	return new Map(words.map((word, i) => [word, (classOf[i] as number) + 1]));
}

function bigramsOf(
	sentences: readonly (readonly string[])[],
	numbers: ReadonlyMap<string, number>,
	rare: number,
	edge: number,
	forward: boolean,
): (readonly (readonly [number, number])[])[] {
	const counts: Map<number, number>[] = Array.from({ length: edge + 1 }, () => new Map());
	for (const sentence of sentences) {
		let before = edge;
		for (const form of [...sentence, null]) {
			const word = form === null ? edge : (numbers.get(normalizedForm(form)) ?? rare);
			const [from, to] = forward ? [before, word] : [word, before];
			counts[from]?.set(to, (counts[from]?.get(to) ?? 0) + 1);
			before = word;
		}
	}
	return counts.map(each => [...each]);
}

function touched(row: Int32Array): readonly number[] {
	const places: number[] = [];
	for (let i = 0; i < row.length; i++) if (row[i] !== 0) places.push(i);
	return places;
}

const logs = new Float64Array(1 << 16);
for (let n = 1; n < logs.length; n++) logs[n] = n * Math.log(n);

function entropy(n: number): number {
	return n < logs.length ? (logs[n] as number) : n * Math.log(n);
}

function grow(from: number, by: number): number {
	return entropy(from + by) - entropy(from);
}
