/**
 * What PHP prints into the page (includes/Admin/Boot_Data.php): the facts of every noun, stated once in its field
 * list, and the lists of the settings.
 */
export interface Choice {
	value: string;
	label: string;
	/** `#rrggbb`, for lists that can be edited in the settings. */
	color?: string | null;
}

export type FieldKind =
	| 'text'
	| 'longtext'
	| 'email'
	| 'url'
	| 'telephone'
	| 'integer'
	| 'money'
	| 'date'
	| 'time'
	| 'datetime'
	| 'boolean'
	| 'choice'
	| 'country'
	| 'relation'
	| 'owner'
	| 'tags'
	| 'array';

export interface FieldConfig {
	id: string;
	label: string;
	kind: FieldKind;
	required?: boolean;
	/** Set by the server. */
	readonly?: boolean;
	/** An empty value is null, not ''. */
	nullable?: boolean;
	maxLength?: number;
	default?: unknown;
	/** The closed set of values, for choices fixed in the code and countries. */
	elements?: Choice[];
	/** The list of the settings that holds the values, for choices edited there. */
	choices?: string;
	/** The noun it links to. */
	relation?: string;
	sortable?: boolean;
	filterable?: boolean;
}

export interface EntityConfig {
	/** Collection in the REST API: `/carnet/v1/{route}`. */
	route: string;
	/** Slug of its admin page. */
	page: string;
	fields: FieldConfig[];
	/** What its list asks for until a person changes it: sort, page size, filters. */
	defaultQuery: Record< string, unknown >;
	/** Columns that an export may have, in order. */
	exports: string[];
}

export interface ListItem {
	key: string;
	label: string;
	color?: string | null;
	probability?: number;
}

export interface Currency {
	code: string;
	/** Digits after the decimal point: JPY 0, EUR 2, KWD 3. */
	exponent: number;
	symbol: string;
}

/** The answer of `GET /carnet/v1/config`. */
export interface Config {
	lists: Record< string, ListItem[] >;
	currencies: Currency[];
	default_currency: string;
	taxes: Array< { key: string; label: string; rate: string } >;
	default_tax: string;
	people: Array< { id: number; name: string } >;
	capabilities: string[];
	time_zone?: string;
	locale?: string;
}

export interface Boot {
	pages: { dashboard: string; settings: string };
	entities: Record< string, EntityConfig >;
	config: Config;
	userId: number;
	/** Names of the site's roles by key, for who may manage. */
	roles: Record< string, string >;
	/** For what is printed; the logo only where that is. */
	site: { name: string; logo: string; legal_lines: string[] };
}

declare global {
	interface Window {
		carnet: Boot;
	}
}

export function boot(): Boot {
	return window.carnet;
}

/**
 * Whether a noun is in use: the settings may have it off.
 *
 * @param entity Its singular name.
 */
export function isOn( entity: string ): boolean {
	return entity in boot().entities;
}

/**
 * The facts of a noun.
 *
 * @param entity Its singular name: `contact`.
 */
export function entityConfig( entity: string ): EntityConfig {
	const config = boot().entities[ entity ];
	if ( ! config ) {
		throw new Error( `No entity ${ entity }.` );
	}
	return config;
}

/**
 * The facts of one field, or undefined.
 *
 * @param entity Singular name of the noun.
 * @param id     Field name.
 */
export function fieldConfig( entity: string, id: string ): FieldConfig | undefined {
	return entityConfig( entity ).fields.find( ( field ) => field.id === id );
}

/**
 * Whether the person who is signed in has a capability of the CRM.
 *
 * @param capability For example `carnet_edit`.
 */
export function can( capability: string ): boolean {
	return boot().config.capabilities.includes( capability );
}
