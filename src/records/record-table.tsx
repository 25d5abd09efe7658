import type { Action, Field, View } from '@wordpress/dataviews';
import { DataViews } from '@wordpress/dataviews';
import { Button, Notice } from '@wordpress/components';
import { speak } from '@wordpress/a11y';
import { memo, useDeferredValue, useEffect, useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { Query } from '../entities/view-to-query';
import { BulkBar } from '../bulk/bulk-bar';
import { filtersOf } from '../bulk/bulk-query';
import { formatNumber } from '../shared/format-number';
import { useRefresh } from '../shared/use-refresh';
import { ListEmpty } from './list-empty';
import { useListFields } from './list-fields';
import { leaveTrail } from './list-trail';
import type { Noun } from './noun';
import { recordLink } from './screen-address';
import { useFirstRows } from './use-first-rows';
import { useLinkNames } from './use-link-names';
import { useListView } from './use-list-view';
import { useRecords } from './use-records';
import { useRowActions } from './use-row-actions';

interface RecordTableProps {
	noun: Noun;
	/** Under which the view is kept. */
	name: string;
	columns: string[];
	/** Parameters that always hold: the trash, or the record around the list. */
	scope: Query;
	addLink: string;
	inTrash?: boolean;
}

const LAYOUTS = { table: {} };
const itemId = ( { id }: CrmRecord ) => String( id );

interface TableProps {
	noun: Noun;
	inTrash: boolean;
	addLink: string;
	view: View;
	onChangeView: ( view: View ) => void;
	onReset: ( () => void ) | false;
	query: Query;
	isFiltered: boolean;
	fields: Field< CrmRecord >[];
	actions: Action< CrmRecord >[];
	records: CrmRecord[];
	total: number;
	pages: number;
	isAtLeast: boolean;
	isLoading: boolean;
	isLeaving: boolean;
	found: string;
	selection: string[];
	onChangeSelection: ( ids: string[] ) => void;
}

function Table( {
	noun,
	inTrash,
	addLink,
	view,
	onChangeView,
	onReset,
	query,
	isFiltered,
	fields,
	actions,
	records,
	total,
	pages,
	isAtLeast,
	isLoading,
	isLeaving,
	found,
	selection,
	onChangeSelection,
}: TableProps ) {
	const words = noun.words();
	const { rows, list } = useFirstRows( records, isLeaving );
	return (
		<div className="carnet-list" ref={ list }>
			<DataViews< CrmRecord >
				view={ view }
				onChangeView={ onChangeView }
				fields={ fields }
				actions={ actions }
				data={ rows }
				getItemId={ itemId }
				isLoading={ isLoading }
				paginationInfo={ { totalItems: total, totalPages: pages } }
				defaultLayouts={ LAYOUTS }
				selection={ selection }
				onChangeSelection={ onChangeSelection }
				renderItemLink={ ( { item, children, ...props } ) => (
					<a { ...props } href={ recordLink( noun.entity, item ) }>
						{ children }
					</a>
				) }
				onReset={ onReset }
				empty={
					<ListEmpty
						isFiltered={ isFiltered }
						inTrash={ inTrash }
						sentence={ words.empty }
						addLabel={ words.add }
						addLink={ addLink }
						onClear={ () => onChangeView( { ...view, search: '', filters: [], page: 1 } ) }
					/>
				}
			>
				<div className="carnet-list__tools">
					<DataViews.Search label={ words.search } />
					<span className="carnet-list__found">{ found }</span>
					<DataViews.ViewConfig />
				</div>
				<DataViews.Filters className="carnet-list__filters" />
				<BulkBar
					noun={ noun }
					inTrash={ inTrash }
					query={ query }
					selection={ selection }
					onChangeSelection={ onChangeSelection }
					pageIds={ records.map( itemId ) }
					total={ total }
					isAtLeast={ isAtLeast }
				/>
				<DataViews.Layout />
				<DataViews.Pagination />
			</DataViews>
		</div>
	);
}

/** Drawn only when something in it changes: a hundred rows take their time, and the store and the address change oftener. */
const SteadyTable = memo( Table );

/**
 * The table of a noun with search, filters, columns, pages, selection and row menus; on its list screen and on the
 * tabs of the records it is linked to.
 */
export function RecordTable( { noun, name, columns, scope, addLink, inTrash = false }: RecordTableProps ) {
	const words = noun.words();
	const { view, setView, reset, query } = useListView( {
		name,
		columns,
		config: entityConfig( noun.entity ),
		isStandard: name === noun.entity,
		titleSort: noun.titleSort ?? noun.titleFields[ 0 ],
	} );
	const scoped = useMemo( () => ( { ...query, ...scope } ), [ query, scope ] );
	// Deferred, so that who types on while an answer is drawn is not held up.
	const page = useDeferredValue( useRecords( noun.entity, scoped ) );
	const { records, total, pages, isAtLeast, isLoading, hasFailed } = page;
	const linkNames = useLinkNames( noun.entity, view.filters );
	const fields = useListFields( noun, Object.keys( scope ), linkNames );
	const actions = useRowActions( noun, inTrash );
	const [ selection, setSelection ] = useState< string[] >( [] );
	const refresh = useRefresh();
	// A filter that was opened and left without a value hides nothing.
	const isFiltered = Object.keys( filtersOf( query ) ).length > 0;
	const found = isAtLeast ? words.foundAtLeast( formatNumber( total ) ) : words.found( total, formatNumber( total ) );

	useEffect( () => leaveTrail( noun.entity, scoped ), [ noun, scoped ] );
	useEffect( () => {
		if ( ! isLoading && isFiltered ) {
			speak( found );
		}
	}, [ isLoading, found, isFiltered ] );
	// The same array where nothing was selected: another one would draw the whole table again.
	useEffect( () => setSelection( ( selected ) => ( selected.length ? [] : selected ) ), [ scoped ] );

	if ( hasFailed ) {
		return (
			<Notice status="error" isDismissible={ false }>
				<p>{ __( 'The list could not be read.', 'carnet-crm' ) }</p>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ () => {
						setView( { ...view, page: 1 } as View );
						refresh();
					} }
				>
					{ __( 'Try again', 'carnet-crm' ) }
				</Button>
			</Notice>
		);
	}
	return (
		<SteadyTable
			noun={ noun }
			inTrash={ inTrash }
			addLink={ addLink }
			view={ view }
			onChangeView={ setView }
			onReset={ reset }
			query={ scoped }
			isFiltered={ isFiltered }
			fields={ fields }
			actions={ actions }
			records={ records }
			total={ total }
			pages={ pages }
			isAtLeast={ isAtLeast }
			isLoading={ isLoading }
			isLeaving={ JSON.stringify( page.query ) !== JSON.stringify( scoped ) }
			found={ isLoading && ! records.length ? '' : found }
			selection={ selection }
			onChangeSelection={ setSelection }
		/>
	);
}
