import { Button } from '@wordpress/components';
import { useEntityRecord } from '@wordpress/core-data';
import { __, sprintf } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { boot, fieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { recordLink } from '../records/screen-address';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import { Moment } from '../shared/moment';
import { LineTable } from './line-table';

function Party( { record }: { record: CrmRecord } ) {
	const { record: account } = useEntityRecord< CrmRecord >( KIND, 'account', Number( record.account_id ), {
		enabled: Boolean( record.account_id ),
	} );
	const { record: contact } = useEntityRecord< CrmRecord >( KIND, 'contact', Number( record.contact_id ), {
		enabled: Boolean( record.contact_id ),
	} );
	const { config } = useConfig();
	// A contact without an account, or with one that has no address, has their own.
	const at = account?.city || account?.address_1 ? account : contact;
	const country = fieldConfig( 'contact', 'country' );
	const countries = country ? choicesOf( country, config ) : [];
	const lines = [
		record.account_name,
		record.contact_name,
		at?.address_1,
		at?.address_2,
		[ at?.postcode, at?.city ].filter( Boolean ).join( ' ' ),
		countries.find( ( { value } ) => value === at?.country )?.label,
		account?.vat_number &&
			sprintf(
				/* translators: %s: VAT number of a company. */
				__( 'VAT number: %s', 'carnet-crm' ),
				String( account.vat_number )
			),
	].filter( Boolean );
	return (
		<address>
			{ lines.map( ( line, index ) => (
				<span key={ index }>{ String( line ) }</span>
			) ) }
		</address>
	);
}

/**
 * A quote on an A4 sheet: the site's logo and name, the party, the lines and the totals.
 */
export function QuotePrint( { record }: { record: CrmRecord } ) {
	const { site } = boot();
	const number = sprintf(
		/* translators: %s: number of a quote. */
		__( 'Quote %s', 'carnet-crm' ),
		String( record.number ?? '' )
	);
	return (
		<>
			<ScreenTitle title={ number } />
			<div className="carnet-buttons carnet-print__buttons">
				<Button __next40pxDefaultSize variant="primary" onClick={ () => window.print() }>
					{ __( 'Print', 'carnet-crm' ) }
				</Button>
				<Button __next40pxDefaultSize variant="secondary" href={ recordLink( 'quote', record ) }>
					{ __( 'Back to the quote', 'carnet-crm' ) }
				</Button>
			</div>
			<article className="carnet-print">
				<header>
					<div>
						{ site.logo && <img src={ site.logo } alt="" /> }
						<strong>{ site.name }</strong>
					</div>
					<Party record={ record } />
				</header>
				<h2>
					{ number }
					{ ' · ' }
					{ String( record.title ?? '' ) }
				</h2>
				<dl className="carnet-print__days">
					<dt>{ __( 'Issued on', 'carnet-crm' ) }</dt>
					<dd>
						<Moment value={ record.issued_on as string | null } />
					</dd>
					{ Boolean( record.valid_until ) && (
						<>
							<dt>{ __( 'Valid until', 'carnet-crm' ) }</dt>
							<dd>
								<Moment value={ record.valid_until as string } />
							</dd>
						</>
					) }
				</dl>
				<LineTable record={ record } />
				{ site.legal_lines.length > 0 && (
					<footer>
						{ site.legal_lines.map( ( line, index ) => (
							<p key={ index }>{ line }</p>
						) ) }
					</footer>
				) }
			</article>
		</>
	);
}
