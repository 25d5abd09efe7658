import { Button, Flex, Modal, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { ApiError } from '../entities/api-error';
import type { ListItem } from '../entities/boot';

interface ReplacementDialogProps {
	/** 409 carnet_in_use: `data.field` is the list, `data.value` the key that records have. */
	error: ApiError;
	/** Label of that value. */
	label: string;
	itemsOf: ( list: string ) => ListItem[];
	onCancel: () => void;
	onChoose: ( list: string, key: string, instead: string ) => void;
}

/** Asks which value records get whose own is deleted. */
export function ReplacementDialog( { error, label, itemsOf, onCancel, onChoose }: ReplacementDialogProps ) {
	const list = String( error.data?.field ?? '' );
	const items = itemsOf( list );
	const [ instead, setInstead ] = useState( items[ 0 ]?.key ?? '' );
	return (
		<Modal
			/* translators: %s: label of a value. */
			title={ sprintf( __( '“%s” is in use', 'carnet-crm' ), label ) }
			size="small"
			onRequestClose={ onCancel }
		>
			<div className="carnet-dialog">
				<p>{ error.message }</p>
				<SelectControl
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Value instead', 'carnet-crm' ) }
					value={ instead }
					options={ items.map( ( item ) => ( { value: item.key, label: item.label } ) ) }
					onChange={ setInstead }
				/>
				<Flex justify="flex-end" wrap>
					<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
						{ __( 'Cancel', 'carnet-crm' ) }
					</Button>
					<Button
						__next40pxDefaultSize
						variant="primary"
						onClick={ () => onChoose( list, String( error.data?.value ?? '' ), instead ) }
					>
						{ __( 'Replace and save', 'carnet-crm' ) }
					</Button>
				</Flex>
			</div>
		</Modal>
	);
}
