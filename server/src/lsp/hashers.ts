/** Hashers by their salt: a client asks about a draft after each pause, and most words were hashed before. */
import { createHasher, type Hasher } from '../configuration/hash';

const mostKept = 8;

export function createSaltedHashers(): (salt: string) => Hasher {
	const kept = new Map<string, Hasher>();
	return salt => {
		const known = kept.get(salt);
		if (known) return known;
		if (kept.size >= mostKept) kept.clear();
		const fresh = createHasher(salt);
		kept.set(salt, fresh);
		return fresh;
	};
}
