import { Notice, Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can } from '../entities/boot';
import { ExistingRecord } from './existing-record';
import { NewRecord } from './new-record';
import type { Noun } from './noun';
import { listLink } from './screen-address';
import { useRecord } from './use-record';

interface RecordScreenProps {
	noun: Noun;
	/** Null for a new one. */
	id: number | null;
	inTrash: boolean;
}

/**
 * The record that the address names, a new one, or why it cannot be shown.
 */
export function RecordScreen( { noun, id, inTrash }: RecordScreenProps ) {
	if ( id !== null ) {
		return <StoredRecord noun={ noun } id={ id } inTrash={ inTrash } />;
	}
	return can( 'carnet_edit' ) ? <NewRecord noun={ noun } /> : <Missing noun={ noun } />;
}

function Missing( { noun }: { noun: Noun } ) {
	const { missing, plural } = noun.words();
	return (
		<>
			<ScreenTitle title={ plural } />
			<Notice status="error" isDismissible={ false }>
				<p>{ missing }</p>
				<a href={ listLink( noun.entity ) }>{ __( 'Back to the list', 'carnet-crm' ) }</a>
			</Notice>
		</>
	);
}

function StoredRecord( { noun, id, inTrash }: { noun: Noun; id: number; inTrash: boolean } ) {
	const { record, isMissing } = useRecord( noun.entity, id, inTrash );
	if ( record ) {
		return <ExistingRecord noun={ noun } record={ record } />;
	}
	if ( ! isMissing ) {
		return (
			<>
				<ScreenTitle title={ undefined } />
				<Spinner />
			</>
		);
	}
	return <Missing noun={ noun } />;
}
