import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import { ExportLink } from '../export/export-link';
import type { Noun } from './noun';
import { PresetMenu } from './preset-menu';
import { RecordTable } from './record-table';
import { listLink, newLink } from './screen-address';

const LIVE = {};
const TRASH = { trashed: true };

/**
 * The list screen of a noun, or of its trash.
 */
export function RecordList( { noun, view }: { noun: Noun; view: string | undefined } ) {
	const inTrash = view === 'trash';
	const views = [
		...( noun.words().standard ? [ { name: undefined, label: noun.words().standard } ] : [] ),
		{ name: noun.words().standard ? 'all' : undefined, label: __( 'All', 'carnet-crm' ) },
		{ name: 'trash', label: __( 'Trash', 'carnet-crm' ) },
	];
	const words = noun.words();
	const { entity, QuickAdd } = noun;
	const name = view ? `${ entity }-${ view }` : entity;
	return (
		<>
			<ScreenTitle title={ words.plural }>
				{ can( 'carnet_edit' ) && (
					<>
						<a className="page-title-action" href={ newLink( entity ) }>
							{ words.add }
						</a>
						<PresetMenu noun={ noun } />
					</>
				) }
				{ ! inTrash && <ExportLink noun={ noun } name={ name } /> }
			</ScreenTitle>
			<ul className="subsubsub carnet-views">
				{ views.map( ( { name: other, label } ) => (
					<li key={ label }>
						<a
							href={ listLink( entity, { view: other } ) }
							aria-current={ other === view ? 'page' : undefined }
							className={ other === view ? 'current' : '' }
						>
							{ label }
						</a>
					</li>
				) ) }
			</ul>
			{ QuickAdd && ! inTrash && can( 'carnet_edit' ) && <QuickAdd /> }
			<RecordTable
				noun={ noun }
				name={ name }
				columns={ noun.columns }
				scope={ inTrash ? TRASH : LIVE }
				addLink={ newLink( entity ) }
				inTrash={ inTrash }
			/>
		</>
	);
}
