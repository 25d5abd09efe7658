import type { Field, Operator } from '@wordpress/dataviews';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { relationControl } from '../controls/relation-control';
import type { Config, FieldConfig, FieldKind } from '../entities/boot';
import { can, entityConfig } from '../entities/boot';
import type { CrmRecord, Tag } from '../entities/record';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import { TagList } from '../shared/tag-list';
import { useTags } from '../tags/use-tags';
import { FieldValue } from './field-value';
import type { Noun } from './noun';
import { TITLE } from './use-list-view';

const DAYS: Operator[] = [ 'on', 'between', 'afterInc', 'before', 'inThePast', 'over' ];

/** Instants are filtered by the site's days, so their filter is that of a date. */
const TYPES: Partial< Record< FieldKind, Field< CrmRecord >[ 'type' ] > > = {
	integer: 'integer',
	money: 'number',
	date: 'date',
	datetime: 'date',
	boolean: 'boolean',
	tags: 'array',
};

const OPERATORS: Partial< Record< FieldKind, Operator[] > > = {
	choice: [ 'isAny' ],
	country: [ 'isAny' ],
	owner: [ 'isAny' ],
	relation: [ 'is' ],
	tags: [ 'isAny', 'isAll', 'isNone' ],
	date: DAYS,
	datetime: DAYS,
	integer: [ 'is', 'greaterThanOrEqual', 'lessThanOrEqual', 'between' ],
	money: [ 'greaterThanOrEqual', 'lessThanOrEqual', 'between' ],
	boolean: [ 'is' ],
};

function elementsOf( field: FieldConfig, config: Config, tags: Tag[] ) {
	switch ( field.kind ) {
		case 'owner':
			return config.people.map( ( { id, name } ) => ( {
				value: id,
				label: name,
			} ) );
		case 'tags':
			return tags.map( ( { id, name } ) => ( { value: id, label: name } ) );
		default:
			return choicesOf( field, config ).map( ( { value, label } ) => ( {
				value,
				label,
			} ) );
	}
}

function isFilterable( field: FieldConfig ): boolean {
	// Who sees only their own records has nothing to choose among owners.
	return (
		Boolean( field.filterable ) && field.kind in OPERATORS && ( field.kind !== 'owner' || can( 'carnet_others' ) )
	);
}

function listField(
	field: FieldConfig,
	noun: Noun,
	config: Config,
	tags: Tag[],
	linkName: string | undefined
): Field< CrmRecord > {
	const Own = noun.renderers?.[ field.id ];
	const elements = elementsOf( field, config, tags );
	const Value = ( { item }: { item: CrmRecord } ) =>
		field.kind === 'tags' ? (
			<TagList ids={ item.tags ?? [] } most={ 2 } />
		) : (
			<FieldValue field={ field } record={ item } />
		);
	return {
		id: field.id,
		label: field.label,
		type: TYPES[ field.kind ] ?? 'text',
		...( elements.length && { elements } ),
		...( field.kind === 'relation' && field.relation && { Edit: relationControl( field.relation ) } ),
		...( linkName && { getValueFormatted: () => linkName } ),
		render: Own ?? Value,
		enableSorting: Boolean( field.sortable ),
		filterBy: isFilterable( field )
			? { operators: OPERATORS[ field.kind ] ?? [], isPrimary: noun.quickFilters.includes( field.id ) }
			: false,
	};
}

/**
 * The columns and filters of a list, all from the noun's field list: a field added there appears here.
 *
 * @param noun      The noun.
 * @param hidden    Fields with no column here, such as the link to the record around the list.
 * @param linkNames Names of the records that filters ask for, by field.
 */
export function useListFields(
	noun: Noun,
	hidden: string[],
	linkNames: Record< string, string >
): Field< CrmRecord >[] {
	const { config } = useConfig();
	const { tags } = useTags();
	const without = hidden.join();
	return useMemo( () => {
		const { fields } = entityConfig( noun.entity );
		const [ only, ...others ] = noun.titleFields;
		const named = fields.find( ( { id } ) => id === only );
		const title: Field< CrmRecord > = {
			id: TITLE,
			label: named && ! others.length ? named.label : __( 'Name', 'carnet-crm' ),
			type: 'text',
			getValue: ( { item } ) => noun.titleOf( item ),
			enableSorting: true,
			enableHiding: false,
			filterBy: false,
		};
		const left = [ ...noun.titleFields, ...without.split( ',' ), 'version', 'trashed_at' ];
		return [
			title,
			...fields
				.filter( ( { id, kind } ) => ! left.includes( id ) && kind !== 'longtext' && kind !== 'array' )
				.map( ( field ) => listField( field, noun, config, tags, linkNames[ field.id ] ) ),
		];
	}, [ noun, without, config, tags, linkNames ] );
}
