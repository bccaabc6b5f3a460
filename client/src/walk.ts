/** A file system, as far as a walk through it needs. Paths are relative to where the walk begins, with "/", '' being there. */
export interface Walk {
	/** Rejects where the folder cannot be read: it counts as empty. */
	readonly list: (folder: string) => Promise<readonly Entry[]>;
	/** Whether a file is asked for. */
	readonly isWanted: (path: string) => boolean;
	/** Whether a file or a folder with all that lies in it is left out. */
	readonly isExcluded: (path: string) => boolean;
	readonly isCancelled: () => boolean;
}

export interface Entry {
	readonly name: string;
	/** `other`: a link to a folder among them, which is not followed: it may lead back up. */
	readonly kind: 'file' | 'folder' | 'other';
}

/** The paths of the files that are asked for; those found so far when it is cancelled. */
export async function walk({ list, isWanted, isExcluded, isCancelled }: Walk): Promise<string[]> {
	const found: string[] = [];
	const open = [''];
	for (let folder = open.pop(); folder !== undefined && !isCancelled(); folder = open.pop()) {
		for (const { name, kind } of await list(folder).catch(() => [])) {
			const path = folder === '' ? name : `${folder}/${name}`;
			if (isExcluded(path)) continue;
			if (kind === 'folder') open.push(path);
			if (kind === 'file' && isWanted(path)) found.push(path);
		}
	}
	return found;
}
