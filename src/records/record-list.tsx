import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import type { Noun } from './noun';
import { RecordTable } from './record-table';
import { listLink, newLink } from './screen-address';

const LIVE = {};
const TRASH = { trashed: true };

/**
 * The list screen of a noun, or of its trash.
 */
export function RecordList( { noun, inTrash }: { noun: Noun; inTrash: boolean } ) {
	const words = noun.words();
	const { entity } = noun;
	return (
		<>
			<ScreenTitle title={ words.plural }>
				{ can( 'carnet_edit' ) && (
					<a className="page-title-action" href={ newLink( entity ) }>
						{ words.add }
					</a>
				) }
			</ScreenTitle>
			<ul className="subsubsub carnet-views">
				<li>
					<a
						href={ listLink( entity ) }
						aria-current={ inTrash ? undefined : 'page' }
						className={ inTrash ? '' : 'current' }
					>
						{ __( 'All', 'carnet-crm' ) }
					</a>
				</li>
				<li>
					<a
						href={ listLink( entity, { view: 'trash' } ) }
						aria-current={ inTrash ? 'page' : undefined }
						className={ inTrash ? 'current' : '' }
					>
						{ __( 'Trash', 'carnet-crm' ) }
					</a>
				</li>
			</ul>
			<RecordTable
				noun={ noun }
				name={ inTrash ? `${ entity }-trash` : entity }
				columns={ noun.columns }
				scope={ inTrash ? TRASH : LIVE }
				addLink={ newLink( entity ) }
				inTrash={ inTrash }
			/>
		</>
	);
}
