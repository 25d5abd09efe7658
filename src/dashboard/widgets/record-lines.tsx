import type { ReactNode } from 'react';
import { recordLink } from '../../records/screen-address';

interface LinesProps< Item > {
	/** Noun of the records. */
	entity: string;
	items: Item[];
	titleOf: ( item: Item ) => string;
	/** What stands beside the title. */
	facts: ( item: Item ) => ReactNode;
	/** Said when there are none. */
	empty: string;
}

interface Line {
	id: number;
	contact_name: string | null;
	account_name: string | null;
}

/** The first records of a list, each a link to it, with whom it is about. */
export function RecordLines< Item extends Line >( { entity, items, titleOf, facts, empty }: LinesProps< Item > ) {
	if ( ! items.length ) {
		return <p>{ empty }</p>;
	}
	return (
		<ul className="carnet-widget-list">
			{ items.map( ( item ) => (
				<li key={ item.id }>
					<a href={ recordLink( entity, item ) }>{ titleOf( item ) }</a>
					<span className="carnet-widget-list__facts">
						{ facts( item ) }
						<span>{ [ item.contact_name, item.account_name ].filter( Boolean ).join( ', ' ) }</span>
					</span>
				</li>
			) ) }
		</ul>
	);
}
