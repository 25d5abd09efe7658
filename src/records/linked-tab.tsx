import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { can } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { nounOf } from '../nouns';
import type { LinkedView, Noun } from './noun';
import { parentsFor } from './parents-for';
import { PresetMenu } from './preset-menu';
import { RecordTable } from './record-table';
import { newLink } from './screen-address';

interface LinkedTabProps {
	/** The noun of the record around the list. */
	noun: Noun;
	record: CrmRecord;
	linked: LinkedView;
}

/**
 * The children of a record: a list of its own, and Add with the parent filled in.
 */
export function LinkedTab( { noun, record, linked }: LinkedTabProps ) {
	const child = nounOf( linked.entity );
	const scope = useMemo( () => ( { [ linked.by ]: record.id } ), [ linked.by, record.id ] );
	if ( ! child ) {
		return null;
	}
	const parents = parentsFor( child.entity, linked.by, record );
	const addLink = newLink( child.entity, parents );
	return (
		<>
			{ can( 'carnet_edit' ) && ! record.trashed_at && (
				<div className="carnet-buttons carnet-linked__add">
					<Button __next40pxDefaultSize variant="secondary" href={ addLink }>
						{ child.words().add }
					</Button>
					<PresetMenu noun={ child } values={ parents } />
				</div>
			) }
			<RecordTable
				noun={ child }
				name={ `${ noun.entity }-${ child.entity }` }
				columns={ linked.columns }
				scope={ scope }
				addLink={ addLink }
			/>
		</>
	);
}
