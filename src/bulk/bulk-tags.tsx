import { Button, FormTokenField } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useTags } from '../tags/use-tags';
import type { BulkChange } from './use-bulk';

/**
 * Chooses the tags that many records get or lose.
 */
export function BulkTags( {
	name,
	onApply,
}: {
	name: 'add_tags' | 'remove_tags';
	onApply: ( change: BulkChange ) => void;
} ) {
	const { tags } = useTags();
	const [ names, setNames ] = useState< string[] >( [] );
	const ids = tags.filter( ( tag ) => names.includes( tag.name ) ).map( ( { id } ) => id );
	return (
		<div className="carnet-dialog">
			<FormTokenField
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				__experimentalValidateInput={ ( token ) => tags.some( ( tag ) => tag.name === token ) }
				label={ __( 'Tags', 'carnet-crm' ) }
				value={ names }
				suggestions={ tags.map( ( tag ) => tag.name ) }
				onChange={ ( tokens ) => setNames( tokens.map( String ) ) }
			/>
			<Button
				__next40pxDefaultSize
				variant="primary"
				disabled={ ! ids.length }
				accessibleWhenDisabled
				onClick={ () => onApply( name === 'add_tags' ? { add_tags: ids } : { remove_tags: ids } ) }
			>
				{ name === 'add_tags' ? __( 'Add tags', 'carnet-crm' ) : __( 'Remove tags', 'carnet-crm' ) }
			</Button>
		</div>
	);
}
