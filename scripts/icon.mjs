// Draws images/icon.png: an opening quotation mark that is answered by a question mark. `node scripts/icon.mjs`
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
const samples = 4;
const background = [31, 58, 77];
const paper = [244, 238, 226];
const amber = [240, 173, 62];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
mkdirSync(path.join(root, 'images'), { recursive: true });
writeFileSync(path.join(root, 'images/icon.png'), png(draw()));

function draw() {
	const shapes = [
		{ discs: quotationMark(26), colour: paper },
		{ discs: quotationMark(90), colour: paper },
		{ discs: questionMark(), colour: amber },
	];
	const pixels = Buffer.alloc(size * size * 4);
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const sum = [0, 0, 0, 0];
			for (let i = 0; i < samples * samples; i++) {
				const at = [x + ((i % samples) + 0.5) / samples, y + (Math.floor(i / samples) + 0.5) / samples];
				const colour = colourAt(at, shapes);
				if (colour === undefined) continue;
				for (let c = 0; c < 3; c++) sum[c] += colour[c];
				sum[3]++;
			}
			const offset = (y * size + x) * 4;
			for (let c = 0; c < 3; c++) pixels[offset + c] = sum[3] === 0 ? 0 : Math.round(sum[c] / sum[3]);
			pixels[offset + 3] = Math.round((sum[3] / (samples * samples)) * 255);
		}
	}
	return pixels;
}

function colourAt(at, shapes) {
	if (!inRoundedSquare(at, 48)) return undefined;
	return shapes.findLast(shape => shape.discs.some(disc => inDisc(at, disc)))?.colour ?? background;
}

function inRoundedSquare([x, y], radius) {
	const dx = Math.max(radius - x, x - (size - radius), 0);
	const dy = Math.max(radius - y, y - (size - radius), 0);
	return dx * dx + dy * dy <= radius * radius;
}

function inDisc([x, y], [cx, cy, radius]) {
	return (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;
}

/** The shape of a 6: a head and a tail that thins out. */
function quotationMark(left) {
	const head = [left + 26, 150, 26];
	return [head, ...stroke([left + 11, 145], [left + 8, 96], [left + 46, 80], 11, 4)];
}

function questionMark() {
	return [
		...stroke([170, 100], [170, 68], [196, 68], 11, 11),
		...stroke([196, 68], [222, 68], [222, 96], 11, 11),
		...stroke([222, 96], [222, 114], [207, 124], 11, 11),
		...stroke([207, 124], [196, 132], [196, 148], 11, 11),
		[196, 180, 14],
	];
}

/** Discs along a quadratic curve, their radius going from one to the other. */
function stroke(from, control, to, startRadius, endRadius) {
	const steps = 40;
	return Array.from({ length: steps + 1 }, (_, step) => {
		const t = step / steps;
		const along = axis => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
		return [along(0), along(1), startRadius + (endRadius - startRadius) * t];
	});
}

function png(pixels) {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	header.set([8, 6, 0, 0, 0], 8);
	const rows = Buffer.alloc(size * (size * 4 + 1));
	for (let y = 0; y < size; y++) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc32(body), body.length + 4);
	return out;
}
