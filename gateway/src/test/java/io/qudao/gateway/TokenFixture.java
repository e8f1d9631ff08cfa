package io.qudao.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Mints tokens like the tenant-service does. */
final class TokenFixture {
    private TokenFixture() {}

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String set(RSAKey... keys) {
        return new JWKSet(List.<JWK>copyOf(List.of(keys))).toPublicJWKSet().toString();
    }

    static final int TENANT_ID = 7;

    static String token(RSAKey key, String issuer, String tenant, Duration left) {
        return sign(key, claims(issuer, tenant, left).build(), "at+jwt");
    }

    /** What an access token says, to be made something else. */
    static JWTClaimsSet.Builder claims(String issuer, String tenant, Duration left) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("erp")
                .audience("qudao-api")
                .jwtID(UUID.randomUUID().toString())
                .claim("tid", TENANT_ID)
                .claim("tenant", tenant)
                .claim("scope", List.of("api"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(left)));
    }

    static String sign(RSAKey key, JWTClaimsSet claims, String type) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return token.serialize();
    }
}
