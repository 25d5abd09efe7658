import type { Action, DataFormControlProps, DataViewRenderFieldProps } from '@wordpress/dataviews/wp';
import type { ComponentType } from 'react';
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

/** What the screens say about a noun, in whole sentences: languages differ in more than the noun. */
export interface Words {
	plural: string;
	add: string;
	search: string;
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
	rowActions?: () => Action< CrmRecord >[];
}
