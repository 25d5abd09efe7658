import type { Action, DataFormControlProps, DataViewRenderFieldProps } from '@wordpress/dataviews';
import type { ComponentType } from 'react';
import type { Config } from '../entities/boot';
import type { CrmRecord } from '../entities/record';

export type Renderers = Record< string, ComponentType< DataViewRenderFieldProps< CrmRecord > > >;

export type Controls = Record< string, ComponentType< DataFormControlProps< CrmRecord > > >;

export interface FormSection {
	id: string;
	label: string;
	fields: string[];
}

/** Children of a record, shown on a tab of their own. */
export interface LinkedView {
	/** The children's noun. */
	entity: string;
	/** Their field that links to this record. */
	by: string;
	/** Columns until a person chooses others. */
	columns: string[];
}

/** Saves a record with changes; resolves to null where that was refused, which the person has been told. */
export type Save = ( base: CrmRecord, changes: Record< string, unknown > ) => Promise< CrmRecord | null >;

export interface StepsProps {
	record: CrmRecord;
	/** Saves these values, and what was typed in the form. */
	apply: ( changes: Record< string, unknown > ) => Promise< CrmRecord | null >;
	isBusy: boolean;
}

/** A kind of new record: `{ label: 'Meeting', values: { type: 'meeting' } }`. */
export interface Preset {
	label: string;
	values: Record< string, string >;
}

/** What the screens say about a noun, in whole sentences: languages differ in more than the noun. */
export interface Words {
	plural: string;
	/** The list as it begins, where that is not all of them: “Open deals”. */
	standard?: string;
	add: string;
	search: string;
	/** The screen of its export, and the link to it. */
	export: string;
	/** Without a choice of type: “All contacts”. */
	all: string;
	/** Types in the plural, where a language has more than the label: “Customers”. */
	types?: Record< string, string >;
	empty: string;
	found: ( count: number, shown: string ) => string;
	foundAtLeast: ( shown: string ) => string;
	created: string;
	saved: string;
	missing: string;
	/** Offer to make a new one with this name, in a picker. */
	createNamed: ( name: string ) => string;
}

/**
 * What a noun's screens need beyond its field list: the six nouns differ in this data, not in code. RecordList,
 * RecordScreen and RecordForm take it.
 */
export interface Noun {
	entity: string;
	words: () => Words;
	titleOf: ( record: CrmRecord ) => string;
	/** Field that a title made of several sorts by. */
	titleSort?: string;
	/** Fields that the title shows: no columns of their own. */
	titleFields: string[];
	columns: string[];
	/** Fields whose filters are always at hand; the others are added when needed. */
	quickFilters: string[];
	/** What a server cannot say: how a value of this noun is shown. The rest is shown by its kind. */
	renderers?: Renderers;
	/** Fields with a control of their own in the form; the rest have that of their kind. */
	controls?: Controls;
	sections: () => FormSection[];
	/** Fields shown in the record's header: choices as pills, a parent as a link. */
	pills: string[];
	linked: LinkedView[];
	/** Field that a picker fills when it creates one in place. */
	createdBy?: string;
	/** Fields that a duplicate starts without. */
	notDuplicated?: string[];
	rowActions?: ( save: Save ) => Action< CrmRecord >[];
	/** What a new one starts with besides the defaults of its fields. */
	start?: () => Record< string, unknown >;
	/** Ready-made beginnings, offered beside Add. */
	presets?: () => Preset[];
	/** What else changes in the form when a person changes something. */
	follow?: ( edits: Record< string, unknown >, values: CrmRecord, config: Config ) => Record< string, unknown >;
	/** What can be said about values before the server is asked, beyond their kinds: messages by field. */
	check?: ( values: CrmRecord ) => Record< string, string >;
	/** Fields that are set by other means than the form. */
	offForm?: string[];
	/** Fields that a record keeps as they are: shown, not changed. */
	locked?: ( record: CrmRecord ) => string[];
	/** Between the header of a record and its tabs: its next steps. */
	Steps?: ComponentType< StepsProps >;
	/** Above the table of its list screen: a short way to add one. */
	QuickAdd?: ComponentType;
	/** Lists inside a record, for who may only look. */
	facts?: Record< string, ComponentType< { record: CrmRecord } > >;
	/** The record on paper, at `&tab=print`. */
	Print?: ComponentType< { record: CrmRecord } >;
	/** Whether it has a timeline of everything that is linked to it. */
	hasTimeline?: boolean;
}
