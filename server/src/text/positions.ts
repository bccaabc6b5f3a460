/** Lines and characters of offsets, both from 0, as in LSP. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** A function from UTF-16 offset to position; lines end with LF, CRLF or CR. */
export function positions(text: string): (offset: number) => Position {
	const starts = [0];
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
	}
	return offset => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] as number) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low, character: offset - (starts[low] as number) };
	};
}
