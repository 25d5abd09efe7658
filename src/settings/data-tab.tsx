import apiFetch from '@wordpress/api-fetch';
import { Button, Notice, RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';
import { formatNumber } from '../shared/format-number';
import { useNotify } from '../shared/use-notify';
import { SettingsMissing } from './settings-notice';
import { useSettings } from './use-settings';

interface Check {
	ok: boolean;
	repaired: boolean;
	count: number;
}

function outcomeOf( { ok, repaired, count }: Check ): string {
	if ( ok ) {
		return __( 'Everything agrees.', 'carnet-crm' );
	}
	const text = repaired
		? /* translators: %s: number of differences, formatted. */
			_n( '%s difference was repaired.', '%s differences were repaired.', count, 'carnet-crm' )
		: /* translators: %s: number of differences, formatted. */
			_n( '%s difference was found.', '%s differences were found.', count, 'carnet-crm' );
	return sprintf( text, formatNumber( count ) );
}

/** Compares counts, search and links with the records themselves, and repairs what differs. */
function DataCheck() {
	const [ check, setCheck ] = useState< Check | null >( null );
	const [ isBusy, setIsBusy ] = useState( false );
	const notify = useNotify();
	const run = async ( repair: boolean ) => {
		setIsBusy( true );
		try {
			setCheck(
				await apiFetch< Check >( {
					path: addQueryArgs( '/carnet/v1/check', repair ? { repair: true } : {} ),
					method: 'POST',
				} )
			);
		} catch ( error ) {
			notify.failed( error );
		}
		setIsBusy( false );
	};
	return (
		<section className="carnet-form__section">
			<h2>{ __( 'Check the data', 'carnet-crm' ) }</h2>
			<p>
				{ __(
					'Compares the counts, the search and the links with the records themselves. Records are only read.',
					'carnet-crm'
				) }
			</p>
			{ check && (
				<Notice status={ check.ok || check.repaired ? 'success' : 'warning' } isDismissible={ false }>
					{ outcomeOf( check ) }
				</Notice>
			) }
			<div className="carnet-buttons">
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ () => run( false ) }
				>
					{ __( 'Check data', 'carnet-crm' ) }
				</Button>
				{ check && ! check.ok && ! check.repaired && (
					<Button __next40pxDefaultSize variant="primary" onClick={ () => run( true ) }>
						{ __( 'Repair', 'carnet-crm' ) }
					</Button>
				) }
			</div>
		</section>
	);
}

/** What happens to the data when the plugin is deleted, and whether it is sound. */
export function DataTab() {
	const { settings, save, error } = useSettings();
	if ( ! settings ) {
		return <SettingsMissing error={ error } />;
	}
	return (
		<div className="carnet-form">
			<section className="carnet-form__section">
				<h2>{ __( 'When the plugin is deleted', 'carnet-crm' ) }</h2>
				<RadioControl
					label={ __( 'Data of the CRM', 'carnet-crm' ) }
					hideLabelFromVision
					selected={ settings.uninstall }
					options={ [
						{
							value: 'keep',
							label: __( 'Keep the data, for when the plugin is installed again', 'carnet-crm' ),
						},
						{ value: 'remove', label: __( 'Remove the data for good', 'carnet-crm' ) },
					] }
					onChange={ ( value ) => void save( { uninstall: value === 'remove' ? 'remove' : 'keep' } ) }
				/>
			</section>
			<DataCheck />
		</div>
	);
}
