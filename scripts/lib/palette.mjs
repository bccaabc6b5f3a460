// Makes a PNG of the browser smaller: the 256 commonest colours of a screen are nearly all there are.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A PNG of 8 bits a channel, RGB or RGBA, as one with a palette; the rarest colours become their nearest neighbours. */
export function withPalette(file) {
	const { width, height, pixels, channels } = decode(file);
	const counts = new Map();
	for (let i = 0; i < pixels.length; i += channels) {
		const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
		counts.set(colour, (counts.get(colour) ?? 0) + 1);
	}
	const palette = [...counts]
		.sort((a, b) => b[1] - a[1] || a[0] - b[0])
		.slice(0, 256)
		.map(([colour]) => colour);
	const index = new Map(palette.map((colour, i) => [colour, i]));
	for (const colour of counts.keys()) if (!index.has(colour)) index.set(colour, nearest(palette, colour));
	const rows = Buffer.alloc((width + 1) * height);
	for (let i = 0, at = 0; i < pixels.length; i += channels) {
		if ((i / channels) % width === 0) at++;
		rows[at++] = index.get((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		file.subarray(0, 8),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(bytesOf))),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function bytesOf(colour) {
	return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearest(palette, colour) {
	const distance = other => bytesOf(other).reduce((sum, byte, i) => sum + (byte - bytesOf(colour)[i]) ** 2, 0);
	let best = 0;
	for (let i = 1; i < palette.length; i++) if (distance(palette[i]) < distance(palette[best])) best = i;
	return best;
}

function decode(file) {
	const parts = [];
	for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
	const [width, height, depth, type] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
	const channels = { 2: 3, 6: 4 }[type];
	if (depth !== 8 || !channels || file[28] !== 0) throw new Error('a PNG of another kind');
	const data = inflateSync(Buffer.concat(parts));
	const line = width * channels;
	const pixels = Buffer.alloc(line * height);
	for (let y = 0; y < height; y++) {
		const filter = data[y * (line + 1)];
		for (let x = 0; x < line; x++) {
			const left = x >= channels ? pixels[y * line + x - channels] : 0;
			const up = y > 0 ? pixels[(y - 1) * line + x] : 0;
			const corner = x >= channels && y > 0 ? pixels[(y - 1) * line + x - channels] : 0;
			const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
			pixels[y * line + x] = data[y * (line + 1) + 1 + x] + guess;
		}
	}
	return { width, height, pixels, channels };
}

function paeth(left, up, corner) {
	const guess = left + up - corner;
	const [a, b, c] = [left, up, corner].map(each => Math.abs(guess - each));
	return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const out = Buffer.alloc(body.length + 8);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc32(body), body.length + 4);
	return out;
}
