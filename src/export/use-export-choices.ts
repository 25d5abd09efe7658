import type { View } from '@wordpress/dataviews';
import { useMemo, useState } from '@wordpress/element';
import { filtersOf } from '../bulk/bulk-query';
import { entityConfig } from '../entities/boot';
import { queryToFilters } from '../entities/query-to-view';
import type { Query } from '../entities/view-to-query';
import { viewToQuery } from '../entities/view-to-query';
import type { Noun } from '../records/noun';
import type { AddressParams } from '../router/address';
import { hasDecimalComma } from '../shared/format-number';
import type { CsvOptions } from './csv';
import { columnPresets } from './export-columns';

/** A semicolon where the comma is the decimal point: spreadsheets there expect it. */
function usualDelimiter(): CsvOptions[ 'delimiter' ] {
	return hasDecimalComma() ? ';' : ',';
}

/**
 * What a person chooses in the export of a noun. It begins with what the address holds: the list they came from.
 *
 * @param noun   The noun.
 * @param params Parameters of the address.
 */
export function useExportChoices( noun: Noun, params: AddressParams ) {
	const { fields } = entityConfig( noun.entity );
	// The first filter that lists have at hand is what there are types of: customers, open deals.
	const by = noun.quickFilters[ 0 ] ?? 'type';
	const presets = useMemo( () => columnPresets( noun ), [ noun ] );
	const [ type, setType ] = useState( () => [ params[ by ] ?? [] ].flat().join() );
	const [ view, setView ] = useState< View >( () => ( {
		type: 'table',
		search: String( params.s ?? '' ),
		filters: queryToFilters( params, fields ).filter( ( { field } ) => field !== by ),
	} ) );
	const [ columns, setColumns ] = useState( presets.names ?? presets.list ?? [] );
	const selection = [ params.include ?? [] ].flat().join();
	const [ isSelection, setIsSelection ] = useState( selection !== '' );
	const [ options, setOptions ] = useState< CsvOptions >( () => ( {
		delimiter: usualDelimiter(),
		isQuoted: false,
		hasMark: true,
	} ) );
	const query = useMemo< Query >( () => {
		const { orderby, order } = params;
		return {
			...filtersOf( viewToQuery( view, fields ) ),
			...( type && { [ by ]: type.split( ',' ) } ),
			...( isSelection && { include: selection } ),
			...( orderby && { orderby: String( orderby ) } ),
			...( order && { order: String( order ) } ),
		};
	}, [ view, fields, type, by, isSelection, selection, params ] );
	return {
		by,
		presets,
		query,
		type,
		setType,
		view,
		setView,
		columns,
		setColumns,
		options,
		setOptions,
		/** How many records were selected on the list; 0 where none were. */
		selected: selection ? selection.split( ',' ).length : 0,
		isSelection,
		setIsSelection,
	};
}

export type ExportChoices = ReturnType< typeof useExportChoices >;
