import { __, sprintf } from '@wordpress/i18n';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { linkedViews, nounOf } from '../nouns';
import { formatNumber } from '../shared/format-number';
import type { Noun } from './noun';
import { listLink } from './screen-address';

interface RecordTabsProps {
	noun: Noun;
	record: CrmRecord;
	current: string;
}

/**
 * The tabs of a record, each with an address of its own: details, linked records with their number, history.
 */
export function RecordTabs( { noun, record, current }: RecordTabsProps ) {
	const tabs = [
		{ name: 'details', label: __( 'Details', 'carnet-crm' ) },
		...linkedViews( noun ).map( ( { entity } ) => {
			const { route } = entityConfig( entity );
			const count = record.counts?.[ route ];
			const label = nounOf( entity )?.words().plural ?? entity;
			return {
				name: route,
				label:
					count === undefined
						? label
						: sprintf(
								/* translators: 1: plural of a noun, such as Contacts. 2: how many there are. */
								__( '%1$s (%2$s)', 'carnet-crm' ),
								label,
								formatNumber( count )
							),
			};
		} ),
		...( noun.hasTimeline ? [ { name: 'timeline', label: __( 'Timeline', 'carnet-crm' ) } ] : [] ),
		{ name: 'history', label: __( 'History', 'carnet-crm' ) },
	];
	return (
		<nav className="nav-tab-wrapper carnet-tabs" aria-label={ __( 'Parts of this record', 'carnet-crm' ) }>
			{ tabs.map( ( { name, label } ) => (
				<a
					key={ name }
					className={ name === current ? 'nav-tab nav-tab-active' : 'nav-tab' }
					aria-current={ name === current ? 'page' : undefined }
					href={ listLink( noun.entity, {
						id: String( record.id ),
						tab: name === 'details' ? undefined : name,
						view: record.trashed_at ? 'trash' : undefined,
					} ) }
				>
					{ label }
				</a>
			) ) }
		</nav>
	);
}
