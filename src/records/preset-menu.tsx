import { DropdownMenu, MenuGroup, MenuItem } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { chevronDown } from '@wordpress/icons';
import { parseAddress } from '../router/address';
import { navigate } from '../router/history';
import type { Noun } from './noun';
import { newLink } from './screen-address';

interface PresetMenuProps {
	noun: Noun;
	/** What every new one begins with here: its parents. */
	values?: Record< string, string >;
}

/**
 * The ready-made beginnings of a noun, beside its Add.
 */
export function PresetMenu( { noun, values = {} }: PresetMenuProps ) {
	const presets = noun.presets?.() ?? [];
	if ( ! presets.length ) {
		return null;
	}
	return (
		<DropdownMenu icon={ chevronDown } label={ __( 'Add from a template', 'carnet-crm' ) }>
			{ ( { onClose } ) => (
				<MenuGroup>
					{ presets.map( ( preset ) => (
						<MenuItem
							key={ preset.label }
							onClick={ () => {
								onClose();
								navigate( parseAddress( newLink( noun.entity, { ...values, ...preset.values } ) ) );
							} }
						>
							{ preset.label }
						</MenuItem>
					) ) }
				</MenuGroup>
			) }
		</DropdownMenu>
	);
}
