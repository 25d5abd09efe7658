/** What every record has; its own fields come by their names. */
export interface CrmRecord {
	id: number;
	version: number;
	owner_id?: number | null;
	owner_name?: string | null;
	created_at?: string;
	updated_at?: string;
	trashed_at?: string | null;
	tags?: number[];
	/** Live children by noun, on a single record only. */
	counts?: Record< string, number >;
	[ field: string ]: unknown;
}

export interface Tag {
	id: number;
	name: string;
	color: string | null;
	/** Live records that carry it, by noun; where they were asked for. */
	usage?: Record< string, number >;
}
