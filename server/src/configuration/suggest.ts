/** The known word most like one that is not known, or null where none is like it. */
export function suggest(word: string, known: Iterable<string>): string | null {
	if (word.length > 60) return null;
	const wanted = word.toLowerCase();
	let best: string | null = null;
	let distance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		const d = editDistance(wanted, candidate.toLowerCase());
		if (d >= distance) continue;
		best = candidate;
		distance = d;
	}
	return best;
}

/** Insertions, deletions and replacements that lead from one to the other. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced));
		}
		row = next;
	}
	return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Number.POSITIVE_INFINITY;
}
