import { can, entityConfig } from '../entities/boot';
import type { Noun } from '../records/noun';
import { useListView } from '../records/use-list-view';
import { exportLink } from './export-address';

interface ExportLinkProps {
	noun: Noun;
	/** Under which the view of the list is kept. */
	name: string;
}

/** Beside Add on a list: leads to its export, as it is searched, filtered and sorted. */
export function ExportLink( { noun, name }: ExportLinkProps ) {
	const { query } = useListView( {
		name,
		columns: noun.columns,
		config: entityConfig( noun.entity ),
		isStandard: name === noun.entity,
		titleSort: noun.titleSort ?? noun.titleFields[ 0 ],
	} );
	return can( 'carnet_export' ) ? (
		<a className="page-title-action" href={ exportLink( noun.entity, query ) }>
			{ noun.words().export }
		</a>
	) : null;
}
